/** The preview and its foot: needed only when somebody is about to write. */
export const loadPreview = () => import(/* webpackChunkName: "preview" */ "./Preview");
