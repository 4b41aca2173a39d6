/**
 * View in browsers, a plain block. Taro's View and Text are custom elements, which are given each attribute twice and drawn once more
 * a frame later: a list of results took four times as long. What they do beyond plain elements (long press, animation) the app does not use;
 * `:active` (ui/tokens.scss) does what `hoverClass` does. Attributes are written as browsers know them (`aria-label`), which Taro's runtime
 * takes on the phone as well; those of WeChat alone are given there alone (`forWeChat`).
 */
export const View = 'div'
/** Text in browsers, a piece of a line. */
export const Text = 'span'
