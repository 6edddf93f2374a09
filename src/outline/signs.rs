//! What speaks for a heading and against it, with weights.
//!
//! A logistic model: the weights of a line's signs are added, and a line whose sum is above zero is a heading. The first
//! weight of each row is what we would say by hand; the second is what `cargo xtask eval --fit-headings` makes of it, which
//! moves away from the first only as far as its examples ask for; a sign that they hardly show keeps the first. It also
//! says how well such weights do on texts they were not fitted to. Fitted with a pull of 10 on `outline/dev/text`.

macro_rules! signs {
    ($($(#[$doc:meta])* $name:ident $hand:literal $fitted:literal),* $(,)?) => {
        /// One thing seen of a line or its surroundings.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "a comment above a row holds for the rows below it")]
        pub enum Sign { $($(#[$doc])* $name),* }

        /// Names, weights by hand, weights in use, in the order of [`Sign`].
        pub const SIGNS: &[(&str, f32, f32)] = &[$((stringify!($name), $hand, $fitted)),*];
    };
}

signs! {
    /// Every line.
    Always -2.5 -1.95,
    /// Number of words.
    OneWord 2.25 2.66,
    TwoWords 2.25 2.29,
    ThreeWords 2.0 2.17,
    /// 4 to 6.
    FewWords 1.5 1.49,
    /// 7 to 10.
    SomeWords 1.0 0.89,
    /// 11 to 14.
    ManyWords 0.0 0.05,
    /// Cased like a title or in capitals, not like a sentence.
    TitleCase 0.75 0.55,
    AllCaps 1.25 1.23,
    /// Ends so, not with a letter or digit.
    Stop -0.5 -0.46,
    QuestionOrCall -0.5 -0.44,
    Colon -2.0 -2.00,
    /// A name that sections of many texts have (`Background`).
    SectionName 1.5 1.86,
    Numbered 1.5 1.69,
    /// `A Fleet for Everyone: How It Works`
    Label 0.5 0.54,
    /// Cased otherwise than most headings of the text.
    UnlikeSentenceCase -1.0 -0.94,
    UnlikeTitleCase -1.0 -1.04,
    IsHeadline -3.0 -2.94,
    /// Addresses, formulas, rows of tables.
    Address -3.0 -3.00,
    /// More digits and signs than letters.
    FewLetters -2.0 -2.03,
    /// Begins with a quotation mark, bracket or dash.
    DoubleQuote -1.5 -1.50,
    SingleQuote -0.5 -0.50,
    /// `A boat on the sand`
    Article -1.0 -1.04,
    /// `Boats: red, blue`; three commas, or a semicolon.
    Enumeration -2.0 -2.01,
    LongWithComma -1.0 -1.04,
    /// Nothing but names.
    OneName -1.0 -1.01,
    Names2 -2.5 -2.42,
    Bracketed -0.5 -0.51,
    /// `The Lighthouse at Noon, by Ann Roe`
    Work -2.0 -2.02,
    /// A name stands behind the first word.
    NameInside -0.25 -0.31,
    /// The same in a longer line cased like a sentence.
    LongWithName -0.5 -0.58,
    /// `A stall in Harbour Street`, `Roe at the mill`
    Place -1.0 -1.15,
    /// `Roe with the new boat`: a name, then words in lower case.
    NameFirst -1.25 -1.30,
    /// `Children waving from the pier`
    Action -1.0 -1.05,
    /// `Roe in 1958`
    EndsInYear -1.0 -0.97,
    /// Begins as what names a subject does: `How`, `Why`, `Building …`.
    Topic 0.25 0.35,
    /// Other lines of the text are headings that cannot be mistaken.
    OthersSure 0.25 0.43,
    /// The text close by says this name in the same form.
    NameNearby -2.0 -1.99,
    /// What follows: a paragraph, a short one, a list, a short line, a heading, one short line before text or a
    /// heading.
    AboveText 1.0 1.30,
    AboveShortText 0.5 0.45,
    AboveList 0.25 0.25,
    AboveShort -1.5 -1.51,
    AboveHeading 0.0 0.10,
    AboveCaption -0.5 -0.41,
    /// Nothing stands above, and there is no headline.
    FirstOfAll -0.5 -0.21,
    BelowText 0.5 0.63,
    BelowComma -2.0 -2.00,
    /// Among short lines below a colon: a list without marks.
    InList -2.0 -2.05,
    /// Below a line of up to three words, which may be a heading itself.
    BelowShort 0.0 0.05,
    BelowShortTitle -0.5 -0.57,
    LongBelowShort -0.75 -0.85,
    LongTitleBelowShort -0.5 -0.52,
    /// Below another short line.
    BelowLine -0.5 -0.39,
    /// Below the time of a live page's entry.
    BelowClock 0.5 0.50,
    /// Above the first paragraph, without the form of headings that stand there.
    BeforeStory -1.5 -1.41,
    /// Three short lines or more stand right above: the end of a table.
    EndsRun -1.5 -1.45,
    /// Two short lines or more follow.
    InRun -1.0 -0.86,
}

/// A set of [`Sign`]s, one bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signs(pub u64);

impl Default for Signs {
    fn default() -> Self {
        let mut signs = Signs(0);
        signs.set(Sign::Always);
        signs
    }
}

impl Signs {
    pub(super) fn set(&mut self, sign: Sign) {
        self.0 |= 1 << sign as u64;
    }

    pub(super) fn put(&mut self, sign: Sign, holds: bool) {
        self.0 |= u64::from(holds) << sign as u64;
    }

    /// The weights of the signs added, above zero.
    pub(super) fn are_heading(self) -> bool {
        let mut left = self.0;
        let mut sum = 0.0;
        while left != 0 {
            sum += SIGNS[left.trailing_zeros() as usize].2;
            left &= left - 1;
        }
        sum >= 0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_every_sign() {
        assert!(SIGNS.len() <= 64);
        assert_eq!(Sign::InRun as usize, SIGNS.len() - 1);
    }
}
