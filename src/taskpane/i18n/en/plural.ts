/** "1 KPI", "2 KPIs". */
export const s = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
