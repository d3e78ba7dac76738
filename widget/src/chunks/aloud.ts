/**
 * Reads sentences in the voice of this machine. Gives what stops it, or `null` where it has no voice; `done` is called once,
 * when it has ended or was stopped.
 */
export function speak(
  sentences: readonly string[],
  lang: string,
  done: () => void,
): (() => void) | null {
  const { speechSynthesis } = globalThis;
  if (speechSynthesis === undefined || sentences.length === 0) return null;
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    speechSynthesis.cancel();
    done();
  };
  for (const [index, sentence] of sentences.entries()) {
    const said = new SpeechSynthesisUtterance(sentence);
    said.lang = lang;
    said.onerror = end;
    if (index === sentences.length - 1) said.onend = end;
    speechSynthesis.speak(said);
  }
  return end;
}

/** Puts a text where the reader can paste it from; false where the page may not, as over plain http. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
