/** Lets `focusOn` put the focus on an element that Tab passes over; Taro's types do not name the attribute. */
export const focusable = { tabIndex: -1 }
