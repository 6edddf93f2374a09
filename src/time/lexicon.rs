//! The words of time, by what they are. One word may be several things (`second`: a unit and an ordinal).
//!
//! Door: [`Lexicon::look`]. Absent here: phrases (the rules have them).

use super::value::{Part, Season, Unit};
use crate::document::{Document, Token, TokenKind, WordMap, word_hash};

/// What a word can be. The name is what patterns write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Class {
    /// A cardinal number word; its number.
    Number,
    /// An ordinal number word; its number.
    Ordinal,
    /// 1 to 12.
    Month,
    /// 1 to 7.
    Weekday,
    /// Weekdays in the plural (`Mondays`): 1 to 7.
    Weekdays,
    /// A unit in the singular.
    Unit,
    /// A unit in the plural.
    Units,
    /// A [`Season`].
    Season,
    /// A [`Part`] of the day.
    Part,
    /// `daily`: the unit.
    Often,
    /// `the nineties`: 9.
    Decade,
    /// `early`, `mid`, `late`, `beginning`, `end`: -1, 0, 1.
    Stage,
    /// `this`: 0, `last`: -1, `next`: 1.
    Turn,
    /// A vague number (`several`).
    Vague,
    /// `GMT`: 1 where it is universal time.
    Zone,
    /// A pattern begins with the word itself; no value.
    Word,
    /// A pattern begins with the word, and may end there or go on with anything; no value.
    Alone,
    /// Begins something that a reader knows by its form (`AD 70`, `'90s`, `a number of`); no value.
    Mark,
    /// Begins the name of a holiday; no value.
    Feast,
    /// Begins the name of a well-known event; no value.
    Event,
    /// Digits.
    Digits,
    /// Digits with letters.
    Mixed,
}

impl Class {
    /// The class as one bit.
    pub const fn bit(self) -> u32 {
        1 << self as u32
    }
}

const UNITS: &[Unit] = &[
    Unit::Second,
    Unit::Minute,
    Unit::Hour,
    Unit::Day,
    Unit::Weekend,
    Unit::Week,
    Unit::Fortnight,
    Unit::Month,
    Unit::Quarter,
    Unit::Half,
    Unit::Year,
    Unit::Decade,
    Unit::Century,
    Unit::Millennium,
];
const SEASONS: &[Season] = &[Season::Spring, Season::Summer, Season::Fall, Season::Winter];
const PARTS: &[Part] = &[Part::Morning, Part::Midday, Part::Afternoon, Part::Evening, Part::Night, Part::Daytime];

/// The unit with this number in the lexicon.
pub fn unit(number: i16) -> Unit {
    UNITS[number as usize % UNITS.len()]
}

/// The season with this number in the lexicon.
pub fn season(number: i16) -> Season {
    SEASONS[number as usize % SEASONS.len()]
}

/// The part of the day with this number in the lexicon.
pub fn part(number: i16) -> Part {
    PARTS[number as usize % PARTS.len()]
}

/// Words, one class a row: `word` or `word=value`; without a value, the row's count goes on from the word before.
const WORDS: &[(Class, &str)] = &[
    (
        Class::Number,
        "zero=0 one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
         seventeen eighteen nineteen twenty thirty=30 forty=40 fourty=40 fifty=50 sixty=60 seventy=70 eighty=80 \
         ninety=90 hundred=100 thousand=1000 dozen=12 a=1 an=1 half=0",
    ),
    (
        Class::Ordinal,
        "first=1 second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth \
         fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth=30",
    ),
    (
        Class::Month,
        "january=1 february march april may june july august september october november december jan=1 jan.=1 feb=2 \
         feb.=2 mar=3 mar.=3 apr=4 apr.=4 jun=6 jun.=6 jul=7 jul.=7 aug=8 aug.=8 sep=9 sep.=9 sept=9 sept.=9 oct=10 \
         oct.=10 nov=11 nov.=11 dec=12 dec.=12",
    ),
    (
        Class::Weekday,
        "monday=1 tuesday wednesday thursday friday saturday sunday mon=1 mon.=1 tue=2 tue.=2 tues=2 tues.=2 wed=3 \
         wed.=3 thu=4 thu.=4 thur=4 thur.=4 thurs=4 thurs.=4 fri=5 fri.=5 sat=6 sat.=6 sun=7 sun.=7",
    ),
    (Class::Weekdays, "mondays=1 tuesdays wednesdays thursdays fridays saturdays sundays"),
    (
        Class::Unit,
        "second=0 minute hour day weekend week fortnight month quarter half year decade century millennium \
         sec=0 min=1 hr=2 wk=5 qtr=8 yr=10",
    ),
    (
        Class::Units,
        "seconds=0 minutes hours days weekends weeks fortnights months quarters years=10 decades centuries millennia \
         secs=0 mins=1 hrs=2 wks=5 yrs=10 yrs.=10",
    ),
    (Class::Season, "spring=0 summer fall winter autumn=2 springtime=0 summertime=1 wintertime=3"),
    (
        Class::Part,
        "morning=0 midday=1 noon=1 lunchtime=1 afternoon=2 evening=3 night=4 midnight=4 daytime=5 dawn=0 daybreak=0 \
         sunrise=0 dusk=3 sunset=3 nightfall=4 overnight=4",
    ),
    (
        Class::Often,
        "daily=3 weekly=5 fortnightly=6 monthly=7 quarterly=8 yearly=10 annually=10 annual=10 hourly=2 nightly=3 \
         biweekly=6 bi-weekly=6",
    ),
    (Class::Decade, "noughties=0 aughts=0 twenties=2 thirties forties fifties sixties seventies eighties nineties"),
    (
        Class::Stage,
        "early=-1 mid=0 late=1 beginning=-1 start=-1 middle=0 midst=0 end=1 close=1 outset=-1 dawn=-1 turn=-1 \
         latter=1 height=0 eve=-1",
    ),
    (
        Class::Turn,
        "this=0 current=0 present=0 last=-1 past=-1 previous=-1 preceding=-1 prior=-1 next=1 coming=1 upcoming=1 following=1 \
         forthcoming=1 ensuing=1 subsequent=1 intervening=0",
    ),
    (Class::Vague, "few=0 several some many couple dozens hundreds countless numerous various"),
    (Class::Mark, "ad a.d. ' number handful [ fy ½ ¼ ¾"),
    (
        Class::Zone,
        "gmt=1 utc=1 bst=0 est=0 edt=0 et=0 cst=0 cdt=0 ct=0 mst=0 mdt=0 mt=0 pst=0 pdt=0 pt=0 cet=0 cest=0 eet=0 \
         ist=0 jst=0 msk=0 aest=0 aedt=0",
    ),
];

/// What one word is: the classes as bits, and the value of each (a word is at most four).
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry {
    /// [`Class::bit`]s.
    pub bits: u32,
    /// The word's own number, where a pattern has it or a reader goes on with it; else 0.
    pub number: u16,
    values: [(u8, i16); 4],
}

impl Entry {
    /// The value the word has as a `class`.
    pub fn value(&self, class: Class) -> Option<i16> {
        if self.bits & class.bit() == 0 {
            return None;
        }
        self.values.iter().find(|v| v.0 == class as u8 + 1).map(|v| v.1)
    }

    fn add(&mut self, class: Class, value: i16) {
        if let Some(free) = self.values.iter_mut().find(|v| v.0 == 0) {
            *free = (class as u8 + 1, value);
            self.bits |= class.bit();
        }
    }
}

/// The words.
pub struct Lexicon {
    words: WordMap<Entry>,
    numbered: u16,
}

impl Lexicon {
    /// What the word with this [`word_hash`] is.
    #[inline]
    pub fn look(&self, hash: u64) -> Option<&Entry> {
        self.words.get(hash)
    }

    /// What a token is, by its word and by its form.
    #[inline]
    pub fn read(&self, doc: &Document, token: &Token) -> Entry {
        let entry = self.look(token.hash);
        // Bytes, since every token is asked.
        let word = || &doc.text.as_bytes()[token.span.range()];
        let form = match (token.kind, entry) {
            (TokenKind::Mark, _) | (TokenKind::Word, Some(_)) => return entry.copied().unwrap_or_default(),
            // `Dec31`
            (TokenKind::Word, None) if word().last().is_some_and(u8::is_ascii_digit) => Class::Mixed,
            (TokenKind::Word, None) => return Entry::default(),
            (TokenKind::Number, _) => Class::Digits,
            // `2½`
            (TokenKind::Mixed, _) if token.span.of(&doc.text).ends_with(['½', '¼', '¾']) => Class::Digits,
            (TokenKind::Mixed, _) => Class::Mixed,
        };
        let entry = entry.copied().unwrap_or_default();
        Entry { bits: entry.bits | form.bit(), ..entry }
    }

    /// Makes the word known as a `class` without a value, so that a match may begin with it.
    pub fn know(&mut self, hash: u64, class: Class) {
        self.words.entry(hash).bits |= class.bit();
    }

    /// The number of the word, which it gets where it has none.
    pub fn number(&mut self, hash: u64) -> u16 {
        let entry = self.words.entry(hash);
        if entry.number == 0 {
            self.numbered += 1;
            entry.number = self.numbered;
        }
        entry.number
    }

    /// The words of the table above.
    pub fn new() -> Lexicon {
        let mut lexicon = Lexicon { words: WordMap::default(), numbered: 0 };
        for (class, row) in WORDS {
            let mut value = 0;
            for item in row.split_whitespace() {
                let (word, given) = item.split_once('=').unwrap_or((item, ""));
                value = given.parse().unwrap_or(value + 1);
                lexicon.words.entry(word_hash(word)).add(*class, value);
            }
        }
        lexicon
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_values() {
        let lexicon = Lexicon::new();
        let value = |word: &str, class| lexicon.look(word_hash(word)).and_then(|e| e.value(class));
        assert_eq!(value("December", Class::Month), Some(12));
        assert_eq!(value("second", Class::Ordinal), Some(2));
        assert_eq!(value("second", Class::Unit).map(unit), Some(Unit::Second));
        assert_eq!(value("millennium", Class::Unit).map(unit), Some(Unit::Millennium));
        assert_eq!(value("years", Class::Units).map(unit), Some(Unit::Year));
        assert_eq!(value("centuries", Class::Units).map(unit), Some(Unit::Century));
        assert_eq!(value("autumn", Class::Season).map(season), Some(Season::Fall));
        assert_eq!(value("nineties", Class::Decade), Some(9));
        assert_eq!(value("twenty", Class::Number), Some(20));
    }
}
