import fc from 'fast-check';
import { checkFiguresOf, verificationPolicy } from './approval.figures.js';
import { forbiddingClause, type ScopeWords } from './scope.policy.js';

const words: ScopeWords = checkFiguresOf(verificationPolicy.schema.parse({})).scopeWords;

describe('a business scope that forbids collecting debts', () => {
  it.each([
    '商务信息咨询（不得从事讨债）',
    '商务信息咨询；除讨债外的商账管理',
    '信用管理服务除讨债业务',
    '企业管理，不含追债、收债',
    '严禁从事金融、证券、要债等业务',
  ])('is found in %s', (scope) => {
    expect(forbiddingClause(scope, words)).toBeDefined();
  });

  it.each([
    '商账管理；应收账款催收服务',
    '不得从事金融业务；应收账款债务催收',
    '建筑物拆除服务、债务催收咨询',
    '除依法须经批准的项目外，凭营业执照依法自主开展经营活动',
    '',
  ])('is not found in %s', (scope) => {
    expect(forbiddingClause(scope, words)).toBeUndefined();
  });

  it('is found wherever the forbidding clause stands', () => {
    const clause = fc.stringMatching(/^[企业管理咨询服务信用]{0,12}$/);
    const forbidden = fc.tuple(fc.constantFrom(...words.forbidding), fc.constantFrom(...words.collecting));
    fc.assert(
      fc.property(fc.array(clause), forbidden, fc.array(clause), (before, [no, act], after) => {
        const scope = [...before, `${no}从事${act}业务`, ...after].join('；');
        expect(forbiddingClause(scope, words)).toContain(act);
      }),
    );
  });

  it('is never found where nothing forbids', () => {
    const act = fc.constantFrom(...words.collecting, '咨询', '管理', '；', '（', '）');
    fc.assert(fc.property(fc.array(act), (parts) => forbiddingClause(parts.join(''), words) === undefined));
  });
});
