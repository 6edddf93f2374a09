//! Days that come round every year: national days, feasts.
//!
//! Doors: [`read`], [`Holiday::in_year`]. Absent here: which year is meant.

use super::calendar::{self, Date, MONDAY, SUNDAY, THURSDAY};
use super::lexicon::{Class, Lexicon};
use super::pattern::View;
use crate::document::{WordMap, sort_by_key, word_hash};
use std::sync::OnceLock;

/// One of the days of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday(u8);

/// How its day is found.
#[derive(Clone, Copy, Debug)]
enum When {
    /// Month and day.
    Fixed(u32, u32),
    /// Month, weekday, which of them (-1: the last).
    Nth(u32, u8, i8),
    /// Days after western Easter Sunday.
    Easter(i32),
    /// Days after eastern Easter Sunday.
    OrthodoxEaster(i32),
    /// Month and day of the Islamic year.
    Islamic(i32, i32),
    /// Days after Rosh Hashanah.
    Tishri(i32),
    /// 15 Nisan: 163 days before the Rosh Hashanah of its year.
    Passover,
    /// 25 Kislev.
    Hanukkah,
    /// Days after the American Thanksgiving.
    Thanksgiving(i32),
    /// The fourth Sunday of Lent in Britain, else the second Sunday of May.
    MothersDay,
    /// The Tuesday after the first Monday of November.
    ElectionDay,
    /// Days after the second new moon after the winter solstice, from a table.
    LunarNewYear(i32),
    /// The new moon of Kartika, from a table.
    Diwali,
}

use When::*;

/// Names (parted by `|`, in the pieces the tokens come in) and days.
const TABLE: &[(&str, When)] = &[
    ("new year 's day|new year day|new years day|new year 's", Fixed(1, 1)),
    ("new year 's eve|new years eve|new year eve", Fixed(12, 31)),
    ("christmas|christmas day|xmas|xmas day", Fixed(12, 25)),
    ("christmas eve|xmas eve", Fixed(12, 24)),
    ("boxing day|st. stephen 's day", Fixed(12, 26)),
    ("epiphany|three kings day|twelfth night", Fixed(1, 6)),
    ("orthodox christmas", Fixed(1, 7)),
    ("valentine 's day|valentines day|st. valentine 's day|valentine day", Fixed(2, 14)),
    ("groundhog day", Fixed(2, 2)),
    ("st. patrick 's day|saint patrick 's day|st. patricks day|st patrick 's day", Fixed(3, 17)),
    ("international women 's day", Fixed(3, 8)),
    ("april fools ' day|april fools day|april fool 's day|april fools", Fixed(4, 1)),
    ("earth day", Fixed(4, 22)),
    ("anzac day", Fixed(4, 25)),
    ("may day|international workers ' day|international workers day", Fixed(5, 1)),
    ("cinco de mayo", Fixed(5, 5)),
    ("ve day|v - e day", Fixed(5, 8)),
    ("juneteenth", Fixed(6, 19)),
    ("canada day", Fixed(7, 1)),
    ("fourth of july|4th of july", Fixed(7, 4)),
    ("bastille day", Fixed(7, 14)),
    ("australia day", Fixed(1, 26)),
    ("waitangi day", Fixed(2, 6)),
    ("burns night", Fixed(1, 25)),
    ("st. george 's day", Fixed(4, 23)),
    ("st. andrew 's day", Fixed(11, 30)),
    ("halloween|hallowe 'en|hallowe ' en|hallowe ’ en|hallowe ’en|halloween day", Fixed(10, 31)),
    ("all saints ' day|all saints day", Fixed(11, 1)),
    ("all souls ' day|all souls day", Fixed(11, 2)),
    ("day of the dead", Fixed(11, 2)),
    ("guy fawkes night|guy fawkes day|bonfire night", Fixed(11, 5)),
    ("veterans day|veterans ' day|veteran 's day|armistice day|remembrance day", Fixed(11, 11)),
    ("human rights day", Fixed(12, 10)),
    ("world aids day", Fixed(12, 1)),
    ("pearl harbor day|pearl harbor remembrance day", Fixed(12, 7)),
    ("world press freedom day", Fixed(5, 3)),
    ("world health day", Fixed(4, 7)),
    ("world environment day", Fixed(6, 5)),
    ("world refugee day", Fixed(6, 20)),
    ("st. david 's day|st david 's day", Fixed(3, 1)),
    ("flag day", Fixed(6, 14)),
    ("kwanzaa", Fixed(12, 26)),
    ("leap day", Fixed(2, 29)),
    ("early may bank holiday", Nth(5, MONDAY, 1)),
    ("spring bank holiday", Nth(5, MONDAY, -1)),
    ("august bank holiday|august bank holiday monday|summer bank holiday", Nth(8, MONDAY, -1)),
    ("columbus day|indigenous peoples ' day|indigenous peoples day", Nth(10, MONDAY, 2)),
    (
        "martin luther king day|martin luther king jr. day|martin luther king 's day|martin luther king jr . day|martin luther king , jr. day|mlk day",
        Nth(1, MONDAY, 3),
    ),
    ("presidents day|presidents ' day|president 's day|washington 's birthday", Nth(2, MONDAY, 3)),
    ("memorial day", Nth(5, MONDAY, -1)),
    ("labor day", Nth(9, MONDAY, 1)),
    ("thanksgiving|thanksgiving day", Thanksgiving(0)),
    ("thanksgiving eve", Thanksgiving(-1)),
    ("black friday", Thanksgiving(1)),
    ("cyber monday", Thanksgiving(4)),
    ("giving tuesday", Thanksgiving(5)),
    // On a Monday only in Canada.
    ("canadian thanksgiving|thanksgiving monday", Nth(10, MONDAY, 2)),
    ("mother 's day|mothers day|mothers ' day", MothersDay),
    ("mothering sunday", Easter(-21)),
    ("father 's day|fathers day|fathers ' day", Nth(6, SUNDAY, 3)),
    ("remembrance sunday", Nth(11, SUNDAY, 2)),
    ("super tuesday", Nth(3, 2, 1)),
    ("election day", ElectionDay),
    ("easter|easter sunday|easter day", Easter(0)),
    ("easter monday", Easter(1)),
    ("holy saturday|easter saturday", Easter(-1)),
    ("good friday", Easter(-2)),
    ("maundy thursday|holy thursday", Easter(-3)),
    ("palm sunday", Easter(-7)),
    ("ash wednesday", Easter(-46)),
    ("shrove tuesday|mardi gras|fat tuesday|pancake day", Easter(-47)),
    ("ascension day", Easter(39)),
    ("pentecost|whit sunday|whitsun", Easter(49)),
    ("whit monday|pentecost monday", Easter(50)),
    ("corpus christi day", Easter(60)),
    ("orthodox easter", OrthodoxEaster(0)),
    ("orthodox good friday", OrthodoxEaster(-2)),
    ("eid al - fitr|eid ul - fitr|eid - ul - fitr|eid - al - fitr", Islamic(10, 1)),
    ("eid al - adha|eid ul - adha|eid - ul - adha|eid - al - adha", Islamic(12, 10)),
    ("ashura", Islamic(1, 10)),
    ("islamic new year", Islamic(1, 1)),
    ("mawlid", Islamic(3, 12)),
    ("rosh hashanah|rosh hashana|jewish new year", Tishri(0)),
    ("yom kippur", Tishri(9)),
    ("sukkot", Tishri(14)),
    ("simchat torah", Tishri(22)),
    ("passover|pesach", Passover),
    ("hanukkah|chanukah|hanukah", Hanukkah),
    ("chinese new year|lunar new year|chinese new year 's day", LunarNewYear(0)),
    ("chinese new year 's eve|lunar new year 's eve", LunarNewYear(-1)),
    ("diwali|deepavali", Diwali),
];

/// First year of the two tables below.
const FIRST: i32 = 1990;

/// Month and day of the lunar new year as China keeps it, by year.
const LUNAR_NEW_YEAR: &[(u8, u8)] = &[
    (1, 27),
    (2, 15),
    (2, 4),
    (1, 23),
    (2, 10),
    (1, 31),
    (2, 19),
    (2, 7),
    (1, 28),
    (2, 16),
    (2, 5),
    (1, 24),
    (2, 12),
    (2, 1),
    (1, 22),
    (2, 9),
    (1, 29),
    (2, 18),
    (2, 7),
    (1, 26),
    (2, 14),
    (2, 3),
    (1, 23),
    (2, 10),
    (1, 31),
    (2, 19),
    (2, 8),
    (1, 28),
    (2, 16),
    (2, 5),
    (1, 25),
    (2, 12),
    (2, 1),
    (1, 22),
    (2, 10),
    (1, 29),
    (2, 17),
    (2, 6),
    (1, 26),
    (2, 13),
    (2, 3),
];

/// Month and day of Diwali as India keeps it, from 2010.
const DIWALI: &[(u8, u8)] = &[
    (11, 5),
    (10, 26),
    (11, 13),
    (11, 3),
    (10, 23),
    (11, 11),
    (10, 30),
    (10, 19),
    (11, 7),
    (10, 27),
    (11, 14),
    (11, 4),
    (10, 24),
    (11, 12),
    (11, 1),
    (10, 20),
    (11, 8),
    (10, 29),
    (10, 17),
    (11, 5),
    (10, 26),
];

impl Holiday {
    /// Its day in `year`, as it is kept in Britain where that is so; none where the table or the calendar does not reach.
    pub fn in_year(self, year: i32, british: bool) -> Option<Date> {
        let listed = |table: &[(u8, u8)], first: i32| {
            let (month, day) = *table.get(usize::try_from(year - first).ok()?)?;
            Date::new(year, u32::from(month), u32::from(day))
        };
        match TABLE[self.0 as usize].1 {
            Fixed(month, day) => Date::new(year, month, day),
            Nth(month, weekday, nth) => calendar::nth_weekday(year, month, weekday, nth),
            Easter(days) => calendar::easter(year)?.plus_days(days),
            OrthodoxEaster(days) => calendar::orthodox_easter(year)?.plus_days(days),
            Islamic(month, day) => calendar::islamic(year, month, day),
            Tishri(days) => calendar::rosh_hashanah(year)?.plus_days(days),
            Passover => calendar::rosh_hashanah(year)?.plus_days(-163),
            Hanukkah => {
                let (this, next) = (calendar::rosh_hashanah(year)?, calendar::rosh_hashanah(year + 1)?);
                let long = (next.number() - this.number()) % 10 == 5;
                this.plus_days(30 + 29 + i32::from(long) + 24)
            }
            ElectionDay => calendar::nth_weekday(year, 11, MONDAY, 1)?.plus_days(1),
            Thanksgiving(days) => calendar::nth_weekday(year, 11, THURSDAY, 4)?.plus_days(days),
            MothersDay if british => calendar::easter(year)?.plus_days(-21),
            MothersDay => calendar::nth_weekday(year, 5, SUNDAY, 2),
            LunarNewYear(days) => listed(LUNAR_NEW_YEAR, FIRST)?.plus_days(days),
            Diwali => listed(DIWALI, 2010),
        }
    }

    /// The name a reader knows it by.
    pub fn name(self) -> String {
        let name = TABLE[self.0 as usize].0.split('|').next().unwrap_or_default();
        let word = |w: &str| {
            let small = matches!(w, "'s" | "'" | "-" | "of" | "the" | "de" | "al" | "day");
            if small { w.to_string() } else { w[..1].to_ascii_uppercase() + &w[1..] }
        };
        name.split(' ').map(word).collect::<Vec<_>>().join(" ").replace(" '", "'").replace(" - ", "-")
    }

    /// True where the day hangs on the country.
    pub fn is_national(self) -> bool {
        matches!(TABLE[self.0 as usize].1, MothersDay)
    }

    /// True where the day found can be off by one, since it hangs on what is seen of the moon.
    pub fn is_approximate(self) -> bool {
        matches!(TABLE[self.0 as usize].1, Islamic(..))
    }
}

type Names = WordMap<Vec<(Vec<u64>, Holiday)>>;

/// The names, by their first word; the longest first.
fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut names = Names::default();
        for (number, (forms, _)) in TABLE.iter().enumerate() {
            for form in forms.split('|') {
                let words: Vec<u64> = form.split(' ').map(word_hash).collect();
                names.entry(words[0]).push((words, Holiday(number as u8)));
            }
        }
        names.values_mut().for_each(|list| sort_by_key(list, |(words, _)| u64::MAX - words.len() as u64));
        names
    })
}

/// Makes the first words of the names known to the lexicon.
pub fn teach(lexicon: &mut Lexicon) {
    names().keys().for_each(|hash| lexicon.know(hash, Class::Feast));
}

/// The holiday named at token `at`, and one past its last token.
pub fn read(view: &View<'_>, at: usize) -> Option<(usize, Holiday)> {
    let list = names().get(view.token(at)?.hash)?;
    list.iter().find_map(|(words, holiday)| {
        let fits = words.iter().enumerate().all(|(n, hash)| view.token(at + n).is_some_and(|t| t.hash == *hash));
        fits.then_some((at + words.len(), *holiday))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_year(name: &str, year: i32) -> String {
        let number = TABLE.iter().position(|(forms, _)| forms.split('|').any(|f| f == name)).unwrap();
        Holiday(number as u8).in_year(year, false).unwrap().to_string()
    }

    #[test]
    fn days_of_feasts() {
        for (name, date) in [
            ("thanksgiving", "1999-11-25"),
            ("election day", "1998-11-03"),
            ("passover", "2024-04-23"),
            ("hanukkah", "2023-12-08"),
            ("yom kippur", "2024-10-12"),
            ("lunar new year", "2025-01-29"),
            ("lunar new year", "2030-02-03"),
            ("diwali", "2024-11-01"),
            ("good friday", "2025-04-18"),
            ("ash wednesday", "2024-02-14"),
        ] {
            assert_eq!(in_year(name, date[..4].parse().unwrap()), date, "{name}");
        }
    }

    #[test]
    fn names_for_readers() {
        assert_eq!(Holiday(0).name(), "New Year's day");
        assert_eq!(Holiday(2).name(), "Christmas");
    }
}
