export const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
export type Weekday = typeof weekdays[number];

/** Monday first, as people list a week. */
export const weekInOrder: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** A week as bits; bit 0 is Sunday, as `weekdayOf` counts. */
export function maskOf(days: readonly Weekday[]): number {
  return days.reduce((mask, day) => mask | (1 << weekdays.indexOf(day)), 0);
}

export function daysOf(mask: number): Weekday[] {
  return weekInOrder.filter((day) => (mask & (1 << weekdays.indexOf(day))) !== 0);
}
