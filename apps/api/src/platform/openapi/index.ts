export { Answers, AnswersBytes, AnswersList, Refuses, Streams } from './notes.js';
export { OPENAPI_PATH, serveApiDescription } from './serve-description.js';
