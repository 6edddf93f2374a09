//! Steps through the calendar that words ask for: the Friday before, the first week of, a year to the day.

use super::calendar::{Date, THURSDAY, plus_years};
use super::meaning::Inner;
use super::value::{Unit, Value};

/// The nearest such weekday after (`side` 1) or before (-1) `base`; `base` itself counts unless `strict`.
pub fn near(base: Date, weekday: u8, side: i32, strict: bool) -> Option<Date> {
    let gap = (side * (i32::from(weekday) - i32::from(base.weekday()))).rem_euclid(7);
    base.plus_days(side * if gap == 0 && strict { 7 } else { gap })
}

/// Early in a week `the weekend` is the one that is just over; `met over the weekend` is so on any day before the next.
pub fn last_weekend(base: Value, past: bool) -> Option<Value> {
    let day = base.first_day()?;
    let back = if day.weekday() <= if past { 5 } else { 3 } { 7 } else { 0 };
    Some(Value::around(day.plus_days(-back)?, Unit::Weekend))
}

/// The `nth` day, week, weekday, … of a longer time; -1 counts from its end.
pub fn within(nth: i8, inner: Inner, of: Value) -> Option<Value> {
    let (first, last) = (of.first_day()?, of.last_day()?);
    let value = match inner {
        // The weeks of a year are numbered.
        Inner::Unit(Unit::Week) if of.unit() == Some(Unit::Year) => {
            let last = last.plus_days(-3)?.week().1;
            let week = if nth > 0 { nth as u8 } else { last };
            return (week <= last).then_some(Value::Week { year: first.year, week });
        }
        // A week belongs where its Thursday lies, as ISO 8601 counts the weeks of a year.
        Inner::Unit(Unit::Week) => {
            let day = if nth > 0 { near(first, THURSDAY, 1, false)? } else { near(last, THURSDAY, -1, false)? };
            let week = Value::around(day.plus_days(7 * (i32::from(nth) - i32::from(nth.signum())))?, Unit::Week);
            return (week.first_day()? <= last).then_some(week);
        }
        Inner::Unit(unit) if nth > 0 => Value::around(first, unit).shifted(i32::from(nth) - 1, unit)?,
        Inner::Unit(unit) => Value::around(last, unit),
        Inner::Weekday(weekday) if nth > 0 => {
            Value::Day(near(first, weekday, 1, false)?.plus_days(7 * (i32::from(nth) - 1))?)
        }
        Inner::Weekday(weekday) => Value::Day(near(last, weekday, -1, false)?),
    };
    (value.first_day()? <= last).then_some(value)
}

/// So many units from a day or a longer time: a week, month or year from a day is a day.
pub fn offset(value: Value, amount: i32, unit: Unit) -> Option<Value> {
    if let (Value::Season { year, season }, Unit::Year) = (value, unit) {
        return Some(Value::Season { year: plus_years(i32::from(year), amount)? as i16, season });
    }
    let day = value.unit()? <= Unit::Day;
    match unit {
        // The same day of another week, month or year.
        Unit::Week if day && amount != 0 => Some(Value::Day(value.first_day()?.plus_days(amount.checked_mul(7)?)?)),
        // A feast on a Monday ends its weekend.
        Unit::Weekend if day && amount == 0 => {
            let date = value.first_day()?;
            let back = if date.weekday() <= 2 { -3 } else { 0 };
            Some(Value::around(date.plus_days(back)?, Unit::Weekend))
        }
        Unit::Fortnight if day => Some(Value::Day(value.first_day()?.plus_days(amount.checked_mul(14)?)?)),
        Unit::Month if day => Some(Value::Day(value.first_day()?.plus_months(amount)?)),
        Unit::Year if day => Some(Value::Day(value.first_day()?.plus_months(amount.checked_mul(12)?)?)),
        Unit::Year if value.unit()? < Unit::Year => {
            let unit = value.unit()?;
            Some(Value::around(value.first_day()?.plus_days(3)?.plus_months(amount.checked_mul(12)?)?, unit))
        }
        _ => value.shifted(amount, unit),
    }
}
