/** Every line that the log can hold: a stable code, which alarms and docs/runbook.md refer to, and what it means. */
export const logCodes = {
  REQUEST: 'A request was answered',
  REQUEST_FAILED: 'A request ended with an error of ours',
  RESPONSE_WRONG: 'An answer did not fit its schema and was held back',
  TEXT_CHECK_FAILED: 'WeChat did not check a text; it goes to a person',
  PHOTO_CHECK_FAILED: 'WeChat took no order to check a photo; it goes to a person when the time is up',
  PHOTO_EXPIRED: 'No verdict on a photo came in time; it goes to a person',
  PHOTO_VERDICT: 'A verdict on a photo came',
  PHOTO_REMOVED: 'A photo\'s file was deleted after its record',
  WECHAT_TOKEN: 'A new access token was fetched from WeChat',
  WECHAT_ERROR: 'WeChat answered with an error code',
  SUBSCRIBE_SENT: 'A subscribe message was sent',
  SUBSCRIBE_REFUSED: 'The citizen has not granted a subscribe message; the inbox has it',
  STREAM_FAILED: 'A stream record could not be handled; it will be tried again',
  CLOCK_FAILED: 'Scheduled work failed; the next run tries again',
  STREAM_DONE: 'A batch of stream records was handled',
  CALENDAR_MISSING: 'A deadline could not be computed: the calendar does not cover the year',
  STAFF_LOCKED: 'A staff account was locked after wrong passwords',
  OVERDUE: 'How many open complaints are overdue',
  CITIZEN_DELETED: 'A citizen\'s data was deleted on their wish',
  SNAPSHOT_BUILT: 'A search snapshot was built',
  SNAPSHOT_FAILED: 'A search snapshot could not be built or loaded; the former one serves on',
  CALLBACK_REFUSED: 'A message to the official account\'s callback was refused',
  CALLBACK_FAILED: 'A message to the official account\'s callback could not be answered',
  IMPORT_DONE: 'A catalogue was imported',
  IMPORT_LEFTOVERS: 'What an import replaced could not be deleted; the next import tries again',
} as const

/** Code of a log line. */
export type LogCode = keyof typeof logCodes
