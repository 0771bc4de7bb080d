//! A verification code, large enough to be compared from where the phone is.

/// Seven rows to a digit would not make it clearer; five rows of six columns are read across a room.
const ROWS: usize = 5;

/// The digits of ISO 7-segment shape, one row each line, `#` for ink.
const DIGITS: [[&str; ROWS]; 10] = [
    ["######", "##  ##", "##  ##", "##  ##", "######"],
    ["  ##  ", "####  ", "  ##  ", "  ##  ", "######"],
    ["######", "    ##", "######", "##    ", "######"],
    ["######", "    ##", "######", "    ##", "######"],
    ["##  ##", "##  ##", "######", "    ##", "    ##"],
    ["######", "##    ", "######", "    ##", "######"],
    ["######", "##    ", "######", "##  ##", "######"],
    ["######", "    ##", "   ## ", "  ##  ", "  ##  "],
    ["######", "##  ##", "######", "##  ##", "######"],
    ["######", "##  ##", "######", "    ##", "######"],
];

/// The code in block characters; anything that is not a digit is left out.
pub fn large(code: &str) -> String {
    let digits: Vec<&[&str; ROWS]> =
        code.chars().filter_map(|c| DIGITS.get(usize::try_from(c.to_digit(10)?).ok()?)).collect();
    let row = |row: usize| {
        let parts: Vec<&str> = digits.iter().filter_map(|digit| digit.get(row).copied()).collect();
        format!("  {}\n", parts.join("   ").replace('#', "█").trim_end())
    };
    (0..ROWS).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_drawn_digit_by_digit() {
        let expected = [
            "  ██  ██   ██████   ██████   ██████",
            "  ██  ██   ██  ██       ██       ██",
            "  ██████   ██████   ██████      ██",
            "      ██       ██   ██         ██",
            "      ██   ██████   ██████     ██",
        ];
        assert_eq!(large("4927").lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_is_no_digit_is_left_out() {
        assert_eq!(large("1 x"), large("1"));
    }
}
