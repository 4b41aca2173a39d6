/** A style sheet has no meaning in a unit test. */
module.exports = {}
