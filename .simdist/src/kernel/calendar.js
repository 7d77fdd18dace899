const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Whether a text is a real calendar day between 1900 and 2199. */
export function isDay(text) {
    if (typeof text !== 'string' || !DAY.test(text))
        return false;
    const [year, month, date] = [yearOf(text), monthOf(text), dateOf(text)];
    return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && date >= 1 && date <= datesIn(year, month);
}
/** The day so many days later (or earlier, when negative). */
export function addDays(day, days) {
    return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
/** The same day of the month so many months later; the month's last day when it has no such day (GB/T 7408 custom). */
export function addMonths(day, months) {
    const index = yearOf(day) * 12 + monthOf(day) - 1 + months;
    const year = Math.floor(index / 12);
    const month = (index % 12) + 1;
    const date = Math.min(dateOf(day), datesIn(year, month));
    return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}
const yearOf = (day) => placeOf(day, 0) * 100 + placeOf(day, 2);
const monthOf = (day) => placeOf(day, 5);
const dateOf = (day) => placeOf(day, 8);
/** The two digits at a place. Without Date or substrings: a batch of tens of thousands of debts computes several days each. */
function placeOf(day, place) {
    return (day.charCodeAt(place) - 48) * 10 + day.charCodeAt(place + 1) - 48;
}
function datesIn(year, month) {
    if (month === 2)
        return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
    return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
/** Whole months between two days, never negative. */
export function monthsBetween(from, to) {
    if (to <= from)
        return 0;
    const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
    return dateOf(to) < dateOf(from) ? months - 1 : months;
}
/** Whole days between two days; negative when `to` comes first. */
export function daysBetween(from, to) {
    return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
