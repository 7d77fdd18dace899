import { CITIES, regionName, sampleCreditCode, sampleMobile, sampleResidentId } from '@recourse/identifiers';
import type { Random } from './random.js';

/** A debtor made up for the demo: the identifiers are valid by their algorithms and belong to nobody. */
export interface DemoDebtor {
  readonly kind: 'enterprise' | 'person';
  readonly name: string;
  readonly idNumber: string;
  readonly mobile: string;
  readonly region: string;
}

const BRANDS =
  '宏远 鑫达 恒通 瑞丰 华盛 金桥 永兴 博创 天河 晨光 万隆 诚信 立新 远航 盛世 嘉禾 顺达 凯旋 德润 汇丰'.split(' ');
const TRADES = '贸易 建材 机械设备 电子科技 食品 纺织 物流 装饰工程 包装制品 五金 化工 汽车配件 家具 餐饮管理'.split(
  ' ',
);
const FORMS = ['有限公司', '有限公司', '有限公司', '有限责任公司', '股份有限公司'];
const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹'];
const GIVEN = [...'伟芳娜敏静强磊军洋勇艳杰娟涛明超霞平刚桂英华建文玉志海燕峰'];

/** The `number`-th debtor of its kind; different numbers give different identifiers. */
export function demoDebtor(kind: DemoDebtor['kind'], number: number, random: Random): DemoDebtor {
  const city = random.pick(CITIES);
  return {
    kind,
    name: kind === 'enterprise' ? enterpriseName(city.zh, random) : personName(random),
    idNumber: kind === 'enterprise' ? sampleCreditCode(number) : sampleResidentId(number),
    mobile: sampleMobile(number).slice(3),
    region: regionName(city.code, 'zh-CN')!,
  };
}

function enterpriseName(city: string, random: Random): string {
  return `${city}${random.pick(BRANDS)}${random.pick(TRADES)}${random.pick(FORMS)}`;
}

function personName(random: Random): string {
  return random.pick(SURNAMES) + random.pick(GIVEN) + (random.chance(0.7) ? random.pick(GIVEN) : '');
}
