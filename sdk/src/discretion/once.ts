/**
 * Works out once what follows from a Rule or a part of it alone, and keeps it as long as that object lives. Rules are
 * frozen data: one that is changed after its first use is another Rule and must be another object.
 */
export function once<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return (of) => {
    let value = known.get(of);
    if (value === undefined) {
      value = make(of);
      known.set(of, value);
    }
    return value;
  };
}
