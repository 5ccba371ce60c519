// What the libraries share.

/** The files of a library that is given plain records. */
export const RECORDS = ['records.json'];

/** What is searched. */
export const FIELDS = ['title', 'people', 'reviewer', 'outlet', 'headline', 'text'];

/** The dimensions that reviews are filtered by, each with the values of a record in it. */
export const DIMENSIONS = {
  reviewer: (record) => [record.reviewer],
  genre: (record) => record.genres,
  decade: (record) => [String(record.decade)],
  certificate: (record) => [record.certificate ?? ''],
  // Its tens; 100 is by itself.
  score: (record) => [record.score === null ? '' : String(record.score - (record.score % 10))],
  stance: (record) => [record.stance ?? ''],
};

export function readRecords(files) {
  return JSON.parse(new TextDecoder().decode(files['records.json']));
}
