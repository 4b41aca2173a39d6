/**
 * Places (地名) that people put before what they ask: 青岛市城阳区流亭街道. They say where, not what, and are taken out of questions
 * together with the county, town and village that follow. Names are of two characters unless listed among the longer ones.
 */
const PROVINCES = '北京天津河北山西辽宁吉林上海江苏浙江安徽福建江西山东河南湖北湖南广东广西海南重庆四川贵州云南西藏陕西甘肃青海宁夏新疆'

/** Cities of prefecture rank. */
const CITIES =
  '唐山邯郸邢台保定承德沧州廊坊衡水太原大同阳泉长治晋城朔州晋中运城忻州临汾吕梁包头乌海赤峰通辽沈阳大连鞍山抚顺本溪丹东锦州营口阜新辽阳盘锦铁岭朝阳长春四平辽源通化白山松原白城鸡西鹤岗大庆伊春黑河绥化' +
  '南京无锡徐州常州苏州南通淮安盐城扬州镇江泰州宿迁杭州宁波温州嘉兴湖州绍兴金华衢州舟山台州丽水合肥芜湖蚌埠淮南淮北铜陵安庆黄山滁州阜阳宿州六安亳州池州宣城福州厦门莆田三明泉州漳州南平龙岩宁德' +
  '南昌萍乡九江新余鹰潭赣州吉安宜春抚州上饶济南青岛淄博枣庄东营烟台潍坊济宁泰安威海日照临沂德州聊城滨州菏泽郑州开封洛阳安阳鹤壁新乡焦作濮阳许昌漯河南阳商丘信阳周口' +
  '武汉黄石十堰宜昌襄阳鄂州荆门孝感荆州黄冈咸宁随州恩施长沙株洲湘潭衡阳邵阳岳阳常德益阳郴州永州怀化娄底广州韶关深圳珠海汕头佛山江门湛江茂名肇庆惠州梅州汕尾河源阳江清远东莞中山潮州揭阳云浮' +
  '南宁柳州桂林梧州北海钦州贵港玉林百色贺州河池来宾崇左海口三亚三沙儋州成都自贡泸州德阳绵阳广元遂宁内江乐山南充眉山宜宾广安达州雅安巴中资阳贵阳遵义安顺毕节铜仁' +
  '昆明曲靖玉溪保山昭通丽江普洱临沧拉萨西安铜川宝鸡咸阳渭南延安汉中榆林安康商洛兰州金昌白银天水武威张掖平凉酒泉庆阳定西陇南西宁海东银川吴忠固原中卫哈密伊犁'

const LONGER = '内蒙古|黑龙江|石家庄|秦皇岛|张家口|呼和浩特|鄂尔多斯|呼伦贝尔|巴彦淖尔|乌兰察布|葫芦岛|哈尔滨|齐齐哈尔|双鸭山|佳木斯|七台河|牡丹江|连云港|马鞍山|景德镇|平顶山|三门峡|驻马店|张家界|防城港|攀枝花|六盘水|嘉峪关|石嘴山|乌鲁木齐|克拉玛依|吐鲁番'

const KNOWN_NAMES = [...((PROVINCES + CITIES).match(/../g) as string[]), ...LONGER.split('|')]
const KNOWN = `(?:${KNOWN_NAMES.join('|')})`
/** How the names begin: few questions name a place, and the others are spared the long expression. */
const BEGINNINGS = new Set(KNOWN_NAMES.map((name) => name.slice(0, 2)))

function mayNamePlace(folded: string): boolean {
  for (let i = 0; i + 1 < folded.length; i++) if (BEGINNINGS.has(folded.slice(i, i + 2))) return true
  return false
}

/** County, then town or neighbourhood, as they follow a known place; no word that also means a kind of area. */
const COUNTY = '(?:(?!开发|高新|自贸|保税)[㐀-鿿]{0,2}(?![户社小校景林灾园厂牧库护发])[㐀-鿿](?:新区|[区县旗])(?!域|别|划|级))?'
const TOWN = '(?:[㐀-鿿]{1,4}?(?:街道|社区|小区|镇|乡|村)(?!办|医|民|委|镇|户|企|卫))?'
const SUFFIX = '(?:省|市|自治区|回族自治区|壮族自治区|维吾尔自治区)'

const BELOW = `${SUFFIX}(?!场|民|政|容|区|级)(?:${KNOWN}市)?${COUNTY}${TOWN}`

/** A known place with its suffix anywhere, or bare where the question begins; more places may follow. */
const PLACE = new RegExp(`^[ ]*(?:${KNOWN}){1,2}(?:${BELOW})?(?!合作|大学|银行)|${KNOWN}${BELOW}`, 'g')

const blank = (phrase: string): string => ' '.repeat(phrase.length)

/** The folded question with places blanked, every position kept. */
export const stripPlaces = (folded: string): string => (mayNamePlace(folded) ? folded.replace(PLACE, blank) : folded)
