/** Places of cells, as the model has them. */
export { parseArea } from "../model/address";
export type { Area } from "../model/area";
