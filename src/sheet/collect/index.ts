/** 提出シートを集める: many workbooks → one list, one rollup, one set of cross-checks, result sheets. Pure, no clock. */
export { collect, compareNames, ownSubmission, type Collection, type FileLine } from "./collection";
export { drawResults, type CollectionHead } from "./drawing";
export { placeName, type CrossFinding, type CrossPlace } from "./rule";
export { CROSS_RULES } from "./rules";
export { readSubmission, submissionSettings, type Submission, type SubmittedKpi, type UnreadFile } from "./submission";
