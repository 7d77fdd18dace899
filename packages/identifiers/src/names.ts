/** One of the hundred most common surnames (85 % of people) or a compound one, and one or two characters. */
const COMMON_NAME =
  /^(?:[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]|欧阳|司马|上官|诸葛|司徒|皇甫|尉迟|公孙|慕容|令狐|夏侯|端木|长孙|宇文)\p{Script=Han}{1,2}$/u;
/** 买买提·艾山: names of several peoples are written with a dot. */
const DOTTED_NAME = /^\p{Script=Han}{1,10}(?:[·•・‧]\p{Script=Han}{1,10}){1,3}$/u;

const ENTERPRISE_NAME =
  /公司|集团|企业|厂|店|中心|合作社|信用社|事务所|医院|诊所|学校|大学|学院|中学|小学|幼儿园|商行|银行|经营部|服务部|营业部|门市部|工作室|酒店|超市|商场|市场|委员会|联合会|基金会|商会|协会|学会|局|研究[院所]|\b(ltd|limited|inc|llc|llp|co|corp|plc|gmbh|company)\b/i;

/** Whether a name can only be an enterprise's, or is most probably a person's. Null: it may be either. */
export function nameForm(name: string): 'enterprise' | 'person' | null {
  if (ENTERPRISE_NAME.test(name)) return 'enterprise';
  const text = name.trim();
  return COMMON_NAME.test(text) || DOTTED_NAME.test(text) ? 'person' : null;
}
