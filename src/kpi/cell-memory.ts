/** Most entries that one memory keeps; then it starts afresh. */
const LIMIT = 4096;

/** A pure function of a text, remembered: a sheet repeats its texts, and a spilled call 100,000 of them. */
export function remember<T>(make: (text: string) => T): (text: string) => T {
  const memory = new Map<string, T>();
  return (text) => {
    const known = memory.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (memory.size >= LIMIT) memory.clear();
    memory.set(text, made);
    return made;
  };
}
