// Reads a log of Chidu with the packages tlog and note of golang.org/x/mod, which know nothing of Chidu:
// signatures, every tile, every entry, and the proofs that Chidu made. Called by ../go-reader.ts with a
// folder that has one folder for each size of the log, as a static host would have it.
package main

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	log.SetFlags(0)
	dir := os.Args[1]
	keys := strings.Fields(string(read(filepath.Join(dir, "keys"))))
	sizes := strings.Fields(string(read(filepath.Join(dir, "sizes"))))
	trees := map[int64]tlog.Hash{0: emptyTree}
	for _, name := range sizes {
		tree := openCheckpoint(filepath.Join(dir, name), keys)
		trees[tree.N] = tree.Hash
		counts := checkLog(filepath.Join(dir, name), tree, trees)
		fmt.Printf("%d entries: %d hashes, %d entries, %d receipts, %d consistency proofs\n",
			tree.N, counts.hashes, counts.entries, counts.receipts, counts.growths)
	}
}

var emptyTree = parseHash("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")

// The first key is the log's, Ed25519; the others are those of witnesses.
func openCheckpoint(dir string, keys []string) tlog.Tree {
	signed := read(filepath.Join(dir, "checkpoint"))
	verifier, err := note.NewVerifier(keys[0])
	must(err)
	opened, err := note.Open(signed, note.VerifierList(verifier))
	must(err)
	for _, key := range keys[1:] {
		checkCosignature(string(signed), opened.Text, key)
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		log.Fatalf("%s: checkpoint of %d lines of %s", dir, len(lines), lines[0])
	}
	return tlog.Tree{N: number(lines[1]), Hash: parseHash(lines[2])}
}

// C2SP tlog-cosignature, which the package note does not know.
func checkCosignature(signed, text, key string) {
	parts := strings.SplitN(key, "+", 3)
	material, err := base64.StdEncoding.DecodeString(parts[2])
	must(err)
	if material[0] != 4 {
		log.Fatalf("%s is of kind %d", parts[0], material[0])
	}
	prefix := "— " + parts[0] + " "
	at := strings.Index(signed, prefix)
	if at < 0 {
		log.Fatalf("%s did not cosign", parts[0])
	}
	line := strings.SplitN(signed[at+len(prefix):], "\n", 2)[0]
	signature, err := base64.StdEncoding.DecodeString(line)
	must(err)
	time := binary.BigEndian.Uint64(signature[4:12])
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, text)
	if !ed25519.Verify(material[1:], []byte(message), signature[12:]) {
		log.Fatalf("the cosignature of %s is bad", parts[0])
	}
}

type counts struct{ hashes, entries, receipts, growths int }

func checkLog(dir string, tree tlog.Tree, trees map[int64]tlog.Hash) counts {
	var done counts
	reader := tlog.TileHashReader(tree, tileDir(dir))

	// The package authenticates every tile against the root before it hands a hash out.
	indexes := make([]int64, tree.N)
	for n := range indexes {
		indexes[n] = tlog.StoredHashIndex(0, int64(n))
	}
	hashes, err := reader.ReadHashes(indexes)
	must(err)
	done.hashes = len(hashes)

	for start := int64(0); start < tree.N; start += 256 {
		width := tree.N - start
		if width > 256 {
			width = 256
		}
		tile := tlog.Tile{H: 8, L: 0, N: start / 256, W: int(width)}
		bundle := read(filepath.Join(dir, strings.Replace(path(tile), "tile/0/", "tile/entries/", 1)))
		for n := start; n < start+width; n++ {
			length := int(binary.BigEndian.Uint16(bundle))
			if tlog.RecordHash(bundle[2:2+length]) != hashes[n] {
				log.Fatalf("%s: entry %d is not the one of the tree", dir, n)
			}
			bundle = bundle[2+length:]
			done.entries++
		}
		if len(bundle) > 0 {
			log.Fatalf("%s: %d bytes behind the entries of %s", dir, len(bundle), path(tile))
		}
	}

	receipts, err := filepath.Glob(filepath.Join(dir, "receipts", "*"))
	must(err)
	for _, file := range receipts {
		checkReceipt(file, tree, reader)
		done.receipts++
	}
	growths, err := filepath.Glob(filepath.Join(dir, "growth", "*"))
	must(err)
	for _, file := range growths {
		from := number(filepath.Base(file))
		proof := tlog.TreeProof(parseHashes(read(file)))
		must(tlog.CheckTree(proof, tree.N, tree.Hash, from, trees[from]))
		own, err := tlog.ProveTree(tree.N, from, reader)
		must(err)
		same(file, own, proof)
		done.growths++
	}
	return done
}

// C2SP tlog-proof with the entry as extra data.
func checkReceipt(file string, tree tlog.Tree, reader tlog.HashReader) {
	head, checkpoint, _ := strings.Cut(string(read(file)), "\n\n")
	lines := strings.Split(head, "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(checkpoint, "fxjd.example.gov.cn/") {
		log.Fatalf("%s is no receipt", file)
	}
	entry, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	must(err)
	index := number(strings.TrimPrefix(lines[2], "index "))
	proof := tlog.RecordProof(parseHashes([]byte(strings.Join(lines[3:], "\n"))))
	must(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)))
	own, err := tlog.ProveRecord(tree.N, index, reader)
	must(err)
	same(file, own, proof)
}

func same(file string, own, given []tlog.Hash) {
	if len(own) != len(given) {
		log.Fatalf("%s has %d hashes, not %d", file, len(given), len(own))
	}
	for at := range own {
		if own[at] != given[at] {
			log.Fatalf("%s differs at %d", file, at)
		}
	}
}

// A folder laid out by C2SP tlog-tiles, which leaves the height out of a path.
type tileDir string

func (d tileDir) Height() int                       { return 8 }
func (d tileDir) SaveTiles([]tlog.Tile, [][]byte) {}
func (d tileDir) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for at, tile := range tiles {
		bytes, err := os.ReadFile(filepath.Join(string(d), path(tile)))
		if err != nil {
			return nil, err
		}
		data[at] = bytes
	}
	return data, nil
}

func path(tile tlog.Tile) string {
	return "tile/" + strings.TrimPrefix(tile.Path(), "tile/8/")
}

func parseHashes(lines []byte) []tlog.Hash {
	var hashes []tlog.Hash
	for _, line := range bytes.Fields(lines) {
		hashes = append(hashes, parseHash(string(line)))
	}
	return hashes
}

func parseHash(text string) tlog.Hash {
	hash, err := tlog.ParseHash(text)
	must(err)
	return hash
}

func number(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	must(err)
	return n
}

func read(file string) []byte {
	data, err := os.ReadFile(file)
	must(err)
	return data
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
