/** The simulated carrier's account; the app gets the same two in SMS_URL. */
export const ACCOUNT = { sid: 'AC00000000000000000000000000000001', token: 'the-simulated-carriers-token' }
