/** Read by Taro for both targets; the browsers come from `.browserslistrc`. */
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false }]],
}
