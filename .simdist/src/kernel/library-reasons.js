import { declareReasons } from './input-reasons.js';
import { codedReason } from './invalid.js';
/**
 * The words of the libraries that check inputs for us: class-validator, zod and the HTTP server's body parsers. They give
 * an English sentence and no code, so the code is found by the words.
 */
const SENTENCES = declareReasons({
    NOT_A_STRING: ['must be a string', '应为字符串'],
    NOT_AN_INTEGER: ['must be an integer number', '应为整数'],
    NOT_A_NUMBER: ['must be a number conforming to the specified constraints', '应为数字'],
    NOT_A_PLAIN_NUMBER: ['must be a number', '应为数字'],
    NOT_A_BOOLEAN: ['must be a boolean value', '应为布尔值'],
    NOT_A_DATE: ['must be a Date instance', '应为时间'],
    NOT_AN_OBJECT: ['must be an object', '应为对象'],
    NOT_A_LIST: ['must be an array', '应为列表'],
    NOT_AN_EMAIL_ADDRESS: ['must be an email', '应为邮箱地址'],
    NOT_AN_ADDRESS: ['must be a URL address', '应为网址'],
    NOT_A_KNOWN_WORD: ['must be one of the following values: {values}', '应为以下之一：{values}'],
    TOO_GREAT: ['must not be greater than {most}', '不得大于 {most}'],
    TOO_SMALL: ['must not be less than {least}', '不得小于 {least}'],
    TOO_LONG: ['must be shorter than or equal to {most} characters', '不得超过 {most} 个字符'],
    TOO_SHORT: ['must be longer than or equal to {least} characters', '不得少于 {least} 个字符'],
    LENGTH_OUT_OF_RANGE: [
        'must be longer than or equal to {least} and shorter than or equal to {most} characters',
        '长度应为 {least} 至 {most} 个字符',
    ],
    TOO_MANY: ['must contain no more than {most} elements', '不得超过 {most} 项'],
    TOO_FEW: ['must contain at least {least} elements', '不得少于 {least} 项'],
    EMPTY: ['should not be empty', '不得为空'],
    NOT_OF_THE_SHAPE: ['must match {pattern} regular expression', '格式不符合 {pattern}'],
    NOT_NESTED: ['nested property {name} must be either object or array', '{name} 应为对象或列表'],
    EACH_NOT_NESTED: ['each value in nested property {name} must be either object or array', '{name} 的每一项应为对象'],
    EACH_NOT_A_STRING: ['each value in {name} must be a string', '{name} 的每一项应为字符串'],
    EACH_NOT_AN_INTEGER: ['each value in {name} must be an integer number', '{name} 的每一项应为整数'],
    EACH_NOT_A_KNOWN_WORD: [
        'each value in {name} must be one of the following values: {values}',
        '{name} 的每一项应为以下之一：{values}',
    ],
    EACH_TOO_LONG: [
        'each value in {name} must be shorter than or equal to {most} characters',
        '{name} 的每一项不得超过 {most} 个字符',
    ],
    EACH_NOT_OF_THE_SHAPE: [
        'each value in {name} must match {pattern} regular expression',
        '{name} 的每一项格式不符合 {pattern}',
    ],
    WRONG_TYPE: ['must be of the type {expected}, not {received}', '类型应为 {expected}，而非 {received}'],
    TOO_BIG: ['must be at most {most} ({what})', '不得大于 {most}（{what}）'],
    TOO_BIG_OPEN: ['must be less than {most} ({what})', '应小于 {most}（{what}）'],
    TOO_LITTLE: ['must be at least {least} ({what})', '不得小于 {least}（{what}）'],
    TOO_LITTLE_OPEN: ['must be more than {least} ({what})', '应大于 {least}（{what}）'],
    TOO_BIG_HAVING: ['must have at most {most} ({what})', '不得多于 {most}（{what}）'],
    TOO_LITTLE_HAVING: ['must have at least {least} ({what})', '不得少于 {least}（{what}）'],
    NO_SUCH_OPTION: ['must be one of {values}', '应为以下之一：{values}'],
    NO_SUCH_VALUE: ['must be {value}', '应为 {value}'],
    UNRECOGNISED_KEY: ['there is no field {key}', '没有字段 {key}'],
    UNRECOGNISED_KEYS: ['there are no fields {keys}', '没有字段 {keys}'],
    TEXT_NOT_OF_THE_SHAPE: ['must match the pattern {pattern}', '格式不符合 {pattern}'],
    INVALID: ['is not valid', '输入无效'],
    BODY_NOT_JSON: [
        "Body is not valid JSON but content-type is set to 'application/json'",
        'Content-Type 为 application/json，但请求体不是有效的 JSON',
    ],
    BODY_EMPTY: [
        "Body cannot be empty when content-type is set to 'application/json'",
        'Content-Type 为 application/json 时请求体不得为空',
    ],
    BODY_LENGTH_WRONG: ['Request body size did not match Content-Length', '请求体长度与 Content-Length 不符'],
    URL_UNREADABLE: ["'{url}' is not a valid url component", '无法解析网址 {url}'],
});
/** How zod says them, where that is nothing to show to people. */
const SAID = {
    WRONG_TYPE: 'Invalid input: expected {expected}, received {received}',
    TOO_BIG: 'Too big: expected {what} to be <={most}',
    TOO_BIG_OPEN: 'Too big: expected {what} to be <{most}',
    TOO_LITTLE: 'Too small: expected {what} to be >={least}',
    TOO_LITTLE_OPEN: 'Too small: expected {what} to be >{least}',
    TOO_BIG_HAVING: 'Too big: expected {what} to have <={most}',
    TOO_LITTLE_HAVING: 'Too small: expected {what} to have >={least}',
    NO_SUCH_OPTION: 'Invalid option: expected one of {values}',
    NO_SUCH_VALUE: 'Invalid input: expected {value}',
    UNRECOGNISED_KEY: 'Unrecognized key: {key}',
    UNRECOGNISED_KEYS: 'Unrecognized keys: {keys}',
    TEXT_NOT_OF_THE_SHAPE: 'Invalid string: must match pattern {pattern}',
    INVALID: 'Invalid input',
};
/** The most specific first: a general pattern also matches messages that belong to a specific one. */
const PATTERNS = Object.entries(SENTENCES)
    .map(([code, [en]]) => ({ code, en: SAID[code] ?? en }))
    .map(({ code, en }) => ({ code, en, literal: en.replace(/\{\w+\}/g, '').length }))
    .sort((a, b) => b.literal - a.literal)
    .map(({ code, en }) => {
    const parts = en.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const places = [...en.matchAll(/\{(\w+)\}/g)].map(([, place]) => place);
    return { code, pattern: new RegExp(`^${parts.join('(.+)')}$`, 's'), places };
});
/** The details of a rule's or parser's message: its code where it is known, else the library's own words. */
export function reasonDetails(message) {
    const coded = codedReason(message);
    if (coded)
        return coded;
    if (message.endsWith(', received undefined'))
        return { reasonCode: 'MUST_BE_GIVEN' };
    if (message === 'Invalid input: expected number, received NaN')
        return { reasonCode: 'NOT_A_PLAIN_NUMBER' };
    for (const { code, pattern, places } of PATTERNS) {
        const found = pattern.exec(message);
        if (found)
            return { reasonCode: code, ...Object.fromEntries(places.map((place, at) => [place, found[at + 1]])) };
    }
    return { reason: message };
}
/** What a rate limit counts. */
declareReasons({
    MEMBER_REQUESTS: [
        'Requests of this member; a GraphQL operation counts once for each started 100 points of its cost',
        '该成员的请求数；GraphQL 操作的成本每满 100 点或不足 100 点计一次',
    ],
    MACHINE_REQUESTS: [
        'Requests of this API key; a GraphQL operation counts once for each started 100 points of its cost',
        '该 API 密钥的请求数；GraphQL 操作的成本每满 100 点或不足 100 点计一次',
    ],
    ORGANISATION_DOCUMENTS: [
        'Work to validate GraphQL documents of your organisation that repeat the same fields and fragments very often',
        '校验贵组织 GraphQL 文档的工作量：文档中同名字段与片段大量重复',
    ],
    ORGANISATION_DOCUMENTS_MORE: [
        'Name each field once, and send values as variables: a document that was sent before is not validated again.',
        '每个字段只写一次，并以变量传值：此前发送过的文档不会再次校验。',
    ],
    ADDRESS_REGISTRATIONS_MORE: [
        'Register from another network, or wait; the operator of the platform sets the limit.',
        '请换用其他网络或稍后注册；限额由平台运营方设定。',
    ],
    ADDRESS_REQUESTS_MORE: [
        'Log in or use an API key: each has a higher limit of its own; the operator of the platform sets them.',
        '请登录或使用 API 密钥，两者各有更高的限额；限额由平台运营方设定。',
    ],
    ADDRESS_REGISTRATIONS: ['Registrations from this network address', '来自该网络地址的注册次数'],
    ADDRESS_REQUESTS: ['Requests from this network address without a valid login', '来自该网络地址且未有效登录的请求数'],
});
