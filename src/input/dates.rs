//! Dates as pages' own data writes them, made ISO.

use crate::document::month_like;

/// `YYYY-MM-DD` with whatever time stands behind it, or `None` where no day can be read. Understood: ISO 8601 with
/// `-`, `/` or nothing between, `3 May 2024`, `May 3, 2024`, `Fri, 03 May 2024 …`, seconds or milliseconds since 1970.
pub(super) fn iso(text: &str) -> Option<String> {
    let text = text.trim();
    let bytes = text.as_bytes();
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    let number = |range: std::ops::Range<usize>| text.get(range).and_then(|s| s.parse::<u32>().ok());
    match digits {
        4 if matches!(bytes.get(4), Some(b'-' | b'/' | b'.')) => {
            let mut parts = text.splitn(3, ['-', '/', '.']);
            let (year, month, rest) = (parts.next()?, parts.next()?, parts.next()?);
            let length = rest.bytes().take_while(u8::is_ascii_digit).count();
            let day = rest[..length].parse().ok()?;
            day_of(year.parse().ok()?, month.parse().ok()?, day).map(|date| date + rest[length..].trim_end())
        }
        8 | 14 => day_of(number(0..4)?, number(4..6)?, number(6..8)?),
        10 | 13 if text.len() == digits => {
            let seconds: i64 = text[..10].parse().ok()?;
            Some(from_days(seconds.div_euclid(86_400)))
        }
        _ => in_words(text),
    }
}

fn day_of(year: u32, month: u32, day: u32) -> Option<String> {
    let plausible = (1600..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    plausible.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// `May 3, 2024`, `3 May 2024`, with a weekday in front or a time behind.
fn in_words(text: &str) -> Option<String> {
    let (mut year, mut month, mut day) = (None, None, None);
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).take(12) {
        let lower = word.to_ascii_lowercase();
        let number = lower.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if let Some(n) = month_like(&lower) {
            month = month.or(Some(n as u32 + 1));
        } else if let Ok(n) = number.parse::<u32>() {
            if number.len() == 4 {
                year = year.or(Some(n));
            } else if number.len() <= 2 && year.is_none() {
                day = day.or(Some(n));
            }
        }
    }
    day_of(year?, month?, day?)
}

/// The civil date `days` after 1970-01-01 (Howard Hinnant's algorithm, public domain).
fn from_days(days: i64) -> String {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = yoe + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{:02}", doy - (153 * mp + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::iso;

    #[test]
    fn dates_of_many_forms_are_read() {
        for (text, date) in [
            ("2016-12-22T10:43:37-08:00", "2016-12-22T10:43:37-08:00"),
            ("2024-05-03", "2024-05-03"),
            ("2024/5/3 10:00", "2024-05-03 10:00"),
            ("20240503", "2024-05-03"),
            ("1714694400", "2024-05-03"),
            ("1714694400000", "2024-05-03"),
            ("Fri, 03 May 2024 08:00:00 GMT", "2024-05-03"),
            ("May 3rd, 2024 at 5 pm", "2024-05-03"),
            ("3 mai 2024", ""),
            ("2024-13-01", ""),
            ("yesterday", ""),
        ] {
            assert_eq!(iso(text).unwrap_or_default(), date, "{text}");
        }
    }
}
