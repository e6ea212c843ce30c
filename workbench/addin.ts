/** The add-in that the workbench plays host to, as its manifest says. */
export const ADD_IN = { id: "5f0a6a1e-3d0b-4c57-9a55-7b1d7c2f8e46", version: "0.1.0.0" } as const;
