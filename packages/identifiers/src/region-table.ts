/** A region of GB/T 2260: `zh` without its suffix (省, 市, 自治区, …), `en` without "Province" or "City". */
export interface Region {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** The 34 province-level regions: 23 provinces, 5 autonomous regions, 4 municipalities, 2 special administrative regions. */
export const PROVINCES: readonly Region[] = read(`
  110000 北京 Beijing | 120000 天津 Tianjin | 130000 河北 Hebei | 140000 山西 Shanxi | 150000 内蒙古 Inner Mongolia
  210000 辽宁 Liaoning | 220000 吉林 Jilin | 230000 黑龙江 Heilongjiang
  310000 上海 Shanghai | 320000 江苏 Jiangsu | 330000 浙江 Zhejiang | 340000 安徽 Anhui | 350000 福建 Fujian
  360000 江西 Jiangxi | 370000 山东 Shandong
  410000 河南 Henan | 420000 湖北 Hubei | 430000 湖南 Hunan | 440000 广东 Guangdong | 450000 广西 Guangxi
  460000 海南 Hainan
  500000 重庆 Chongqing | 510000 四川 Sichuan | 520000 贵州 Guizhou | 530000 云南 Yunnan | 540000 西藏 Tibet
  610000 陕西 Shaanxi | 620000 甘肃 Gansu | 630000 青海 Qinghai | 640000 宁夏 Ningxia | 650000 新疆 Xinjiang
  710000 台湾 Taiwan | 810000 香港 Hong Kong | 820000 澳门 Macao
`);

/** The larger cities of prefecture level and above; a city that is missing here is read as its province. */
export const CITIES: readonly Region[] = read(`
  130100 石家庄 Shijiazhuang | 130200 唐山 Tangshan | 130300 秦皇岛 Qinhuangdao | 130400 邯郸 Handan | 130600 保定 Baoding
  131000 廊坊 Langfang | 140100 太原 Taiyuan | 140200 大同 Datong
  150100 呼和浩特 Hohhot | 150200 包头 Baotou | 150600 鄂尔多斯 Ordos
  210100 沈阳 Shenyang | 210200 大连 Dalian | 210300 鞍山 Anshan | 220100 长春 Changchun | 220200 吉林 Jilin City
  230100 哈尔滨 Harbin | 230600 大庆 Daqing
  320100 南京 Nanjing | 320200 无锡 Wuxi | 320300 徐州 Xuzhou | 320400 常州 Changzhou | 320500 苏州 Suzhou
  320600 南通 Nantong | 320700 连云港 Lianyungang | 320800 淮安 Huai'an | 320900 盐城 Yancheng | 321000 扬州 Yangzhou
  321100 镇江 Zhenjiang | 321200 泰州 Taizhou | 321300 宿迁 Suqian
  330100 杭州 Hangzhou | 330200 宁波 Ningbo | 330300 温州 Wenzhou | 330400 嘉兴 Jiaxing | 330500 湖州 Huzhou
  330600 绍兴 Shaoxing | 330700 金华 Jinhua | 330800 衢州 Quzhou | 330900 舟山 Zhoushan | 331000 台州 Taizhou
  331100 丽水 Lishui | 340100 合肥 Hefei | 340200 芜湖 Wuhu | 340300 蚌埠 Bengbu
  350100 福州 Fuzhou | 350200 厦门 Xiamen | 350300 莆田 Putian | 350500 泉州 Quanzhou | 350600 漳州 Zhangzhou
  360100 南昌 Nanchang | 360400 九江 Jiujiang | 360700 赣州 Ganzhou
  370100 济南 Jinan | 370200 青岛 Qingdao | 370300 淄博 Zibo | 370600 烟台 Yantai | 370700 潍坊 Weifang
  370800 济宁 Jining | 371000 威海 Weihai | 371300 临沂 Linyi
  410100 郑州 Zhengzhou | 410300 洛阳 Luoyang | 411300 南阳 Nanyang | 420100 武汉 Wuhan | 420500 宜昌 Yichang
  420600 襄阳 Xiangyang | 430100 长沙 Changsha | 430200 株洲 Zhuzhou | 430600 岳阳 Yueyang
  440100 广州 Guangzhou | 440200 韶关 Shaoguan | 440300 深圳 Shenzhen | 440400 珠海 Zhuhai | 440500 汕头 Shantou
  440600 佛山 Foshan | 440700 江门 Jiangmen | 440800 湛江 Zhanjiang | 440900 茂名 Maoming | 441200 肇庆 Zhaoqing
  441300 惠州 Huizhou | 441900 东莞 Dongguan | 442000 中山 Zhongshan
  450100 南宁 Nanning | 450200 柳州 Liuzhou | 450300 桂林 Guilin | 460100 海口 Haikou | 460200 三亚 Sanya
  510100 成都 Chengdu | 510600 德阳 Deyang | 510700 绵阳 Mianyang | 511500 宜宾 Yibin | 520100 贵阳 Guiyang
  520300 遵义 Zunyi | 530100 昆明 Kunming | 530300 曲靖 Qujing | 540100 拉萨 Lhasa
  610100 西安 Xi'an | 610300 宝鸡 Baoji | 610400 咸阳 Xianyang | 620100 兰州 Lanzhou | 630100 西宁 Xining
  640100 银川 Yinchuan | 650100 乌鲁木齐 Urumqi
`);

function read(table: string): Region[] {
  return table.match(/\d{6} [^|\n]+/g)!.map((line) => {
    const [code, zh, ...en] = line.trim().split(' ') as [string, string, ...string[]];
    return { code, zh, en: en.join(' ') };
  });
}
