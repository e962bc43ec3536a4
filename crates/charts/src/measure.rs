//! How wide is a text, and how is it cut or wrapped to fit?
//!
//! plotters measures text in bytes, so labels are measured here: full-width characters are one em,
//! ASCII by a table that holds the widest of three common fonts (a UD gothic, an Arial, a CJK sans),
//! so that nothing is clipped whichever of them the reader has.

/// How heavy a text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 400
    Regular,
    /// 700
    Bold,
}

/// Widths of U+0020 to U+007E in thousandths of an em.
#[rustfmt::skip]
const REGULAR: [u16; 95] = [333, 330, 474, 920, 800, 1000, 890, 290, 490, 490, 500, 840, 310, 480, 310, 500, 760, 630, 760, 760, 760, 760, 760, 760, 760, 760, 310, 310, 840, 840, 840, 775, 1015, 760, 770, 800, 840, 700, 660, 840, 820, 420, 540, 750, 600, 980, 820, 860, 740, 890, 760, 710, 700, 840, 740, 980, 800, 720, 750, 500, 500, 500, 555, 559, 606, 650, 710, 640, 710, 690, 500, 670, 700, 320, 380, 630, 330, 940, 700, 680, 710, 710, 450, 590, 470, 700, 580, 880, 600, 610, 580, 520, 440, 520, 584];
#[rustfmt::skip]
const BOLD: [u16; 95] = [333, 370, 574, 940, 800, 1000, 910, 325, 505, 510, 507, 840, 330, 480, 330, 500, 760, 630, 760, 760, 760, 760, 760, 760, 760, 760, 340, 340, 840, 840, 840, 800, 1007, 780, 770, 810, 850, 700, 670, 860, 840, 440, 568, 760, 611, 1000, 840, 880, 760, 900, 760, 730, 700, 860, 760, 1000, 820, 740, 750, 550, 500, 550, 590, 567, 626, 660, 730, 640, 730, 690, 510, 670, 720, 320, 400, 660, 360, 964, 720, 700, 730, 730, 490, 590, 490, 720, 600, 900, 620, 640, 580, 540, 440, 540, 590];

const ELLIPSIS: char = '…';
const NO_LINE_STARTS_WITH: &str =
    "、。，．・：；！？）」』】〕〉》］｝ーァィゥェォッャュョぁぃぅぇぉっゃゅょ々〜…·,.:;!?)]}%％";
const NO_LINE_ENDS_WITH: &str = "（「『【〔〈《［｛([{";

fn char_width(character: char, weight: Weight) -> f64 {
    let table = match weight {
        Weight::Regular => &REGULAR,
        Weight::Bold => &BOLD,
    };
    let thousandths = match character {
        ' '..='~' => table[character as usize - 32],
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => 0,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{a0}' => table[0],
        '\u{a1}'..='\u{24f}' => 1000,
        '–' | '’' | '‘' | '“' | '”' => 580,
        '\u{ff61}'..='\u{ff9f}' => 500,
        '\u{1f000}'..='\u{1faff}' => 1400,
        _ => 1000,
    };
    f64::from(thousandths) / 1000.0
}

/// The width of a text in pixels at a font size; never less than what a reader's font needs.
pub fn text_width(text: &str, size: f64, weight: Weight) -> f64 {
    text.chars().map(|character| char_width(character, weight)).sum::<f64>() * size
}

/// The text, or as much of its beginning as fits with an ellipsis.
pub fn shortened(text: &str, size: f64, weight: Weight, max_width: f64) -> String {
    if text_width(text, size, weight) <= max_width {
        return text.to_owned();
    }
    let room = max_width - char_width(ELLIPSIS, weight) * size;
    let mut kept = String::new();
    let mut used = 0.0;
    for character in text.chars() {
        used += char_width(character, weight) * size;
        if used > room {
            break;
        }
        kept.push(character);
    }
    if kept.is_empty() && room < 0.0 {
        return String::new();
    }
    let mut kept = kept.trim_end().to_owned();
    kept.push(ELLIPSIS);
    kept
}

/// Breaks a text into at most `max_lines` lines; what does not fit ends in an ellipsis.
///
/// Latin words stay whole where they can, and Japanese punctuation does not begin a line.
pub fn wrapped(text: &str, size: f64, weight: Weight, max_width: f64, max_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let pieces = pieces(text, size, weight, max_width);
    for (index, piece) in pieces.iter().enumerate() {
        let longer = format!("{line}{piece}");
        if line.is_empty() || text_width(longer.trim_end(), size, weight) <= max_width {
            line = if line.is_empty() { piece.trim_start().to_owned() } else { longer };
            continue;
        }
        if lines.len() + 1 >= max_lines {
            let rest: String = pieces[index..].concat();
            lines.push(shortened(&format!("{line}{rest}"), size, weight, max_width));
            return lines;
        }
        lines.push(line.trim_end().to_owned());
        line = piece.trim_start().to_owned();
    }
    if !line.trim().is_empty() && lines.len() < max_lines.max(1) {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// What must not be parted: Latin words with the space behind them, characters with their punctuation.
fn pieces(text: &str, size: f64, weight: Weight, max_width: f64) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for character in text.chars().filter(|character| !character.is_control()) {
        let joins = pieces.last().is_some_and(|piece| {
            let last = piece.chars().next_back().unwrap_or(' ');
            let joined = NO_LINE_STARTS_WITH.contains(character)
                || NO_LINE_ENDS_WITH.contains(last)
                || (is_wordlike(last) && (is_wordlike(character) || character == ' '));
            joined && text_width(piece, size, weight) + char_width(character, weight) * size <= max_width
        });
        match pieces.last_mut() {
            Some(piece) if joins => piece.push(character),
            _ => pieces.push(character.to_string()),
        }
    }
    pieces
}

fn is_wordlike(character: char) -> bool {
    let code = character as u32;
    (0x21..0x250).contains(&code) || (0x2010..0x2040).contains(&code) || character == '−'
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "独立行政法人地域医療機能推進機構あおば中央みなと総合医療センター附属リハビリテーション病院";

    #[test]
    fn a_full_width_character_is_one_em() {
        assert_eq!(text_width("病院", 16.0, Weight::Regular), 32.0);
        assert!(text_width("ﾋﾞﾖｳ", 10.0, Weight::Regular) <= 20.0);
        assert_eq!(text_width("", 16.0, Weight::Bold), 0.0);
    }

    #[test]
    fn a_shortened_text_fits_and_says_that_it_was_cut() {
        for width in [20.0, 60.0, 200.0, 2000.0] {
            let cut = shortened(LONG, 12.0, Weight::Regular, width);
            assert!(text_width(&cut, 12.0, Weight::Regular) <= width);
            assert!(cut == LONG || cut.ends_with('…'));
        }
    }

    #[test]
    fn wrapped_lines_fit_and_lose_nothing_when_there_is_room() {
        let lines = wrapped(LONG, 12.0, Weight::Regular, 130.0, 9);
        assert_eq!(lines.concat(), LONG);
        assert!(lines.iter().all(|line| text_width(line, 12.0, Weight::Regular) <= 130.0));
        let english = wrapped("Falls with harm per 1,000 patient-days", 12.0, Weight::Regular, 120.0, 9);
        assert_eq!(english.join(" "), "Falls with harm per 1,000 patient-days");
    }

    #[test]
    fn punctuation_does_not_begin_a_line() {
        let lines = wrapped("これは、とても、長い、文です。", 10.0, Weight::Regular, 40.0, 9);
        assert!(lines.iter().all(|line| !line.starts_with(['、', '。'])), "{lines:?}");
    }

    #[test]
    fn a_text_that_does_not_fit_ends_in_an_ellipsis() {
        let lines = wrapped(LONG, 12.0, Weight::Regular, 130.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'));
        assert!(wrapped("", 12.0, Weight::Regular, 100.0, 2).is_empty());
    }
}
