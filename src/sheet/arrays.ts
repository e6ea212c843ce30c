/** Index of the last item that holds, -1 where none does (Array.findLastIndex is newer than our oldest runtime). */
export function lastIndex<T>(items: readonly T[], holds: (item: T) => boolean): number {
  for (let i = items.length - 1; i >= 0; i--) if (holds(items[i] as T)) return i;
  return -1;
}
