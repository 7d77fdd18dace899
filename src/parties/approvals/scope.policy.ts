/** Words of a business scope that forbid, and words for what is forbidden. Plain words, so that an admin can extend them safely. */
export interface ScopeWords {
  /** 不得, 严禁 … anywhere before the forbidden word. */
  readonly forbidding: readonly string[];
  /** 除 …: only at the start of the clause or right before the forbidden word, since 拆除 and 清除 except nothing. */
  readonly excepting: readonly string[];
  readonly collecting: readonly string[];
}

/** 商务信息咨询（不得从事讨债） is two clauses: what one forbids does not apply to the other. A list (、) stays one clause. */
const CLAUSE = /[。．.；;，,（）()【】[\]\s]+/u;

/** The clause of a business scope that forbids collecting debts, such as 不得从事讨债 or 除讨债外; undefined when none does. */
export function forbiddingClause(scope: string, words: ScopeWords): string | undefined {
  return scope.split(CLAUSE).find((clause) => forbids(clause, words) || excepts(clause, words));
}

function forbids(clause: string, { forbidding, collecting }: ScopeWords): boolean {
  const starts = forbidding.map((word) => clause.indexOf(word)).filter((place) => place >= 0);
  if (starts.length === 0) return false;
  const rest = clause.slice(Math.min(...starts));
  return collecting.some((word) => rest.includes(word));
}

function excepts(clause: string, { excepting, collecting }: ScopeWords): boolean {
  return excepting.some((word) =>
    collecting.some((act) => clause.includes(word + act) || (clause.startsWith(word) && clause.includes(act))),
  );
}
