//! Codes of countries and languages.

/// Countries by [ISO 3166-1](https://www.iso.org/iso-3166-country-codes.html), and those of ISO 3166-3 that films
/// are from and that are no more.
const COUNTRIES: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ \
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR \
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP \
    KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT \
    MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW \
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG \
    UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW CS DD SU YU";

/// Languages of two letters by [ISO 639](https://www.iso.org/iso-639-language-code); those of three are too many.
const LANGUAGES: &str = "\
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo \
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg \
    ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn \
    no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta \
    te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Whether a code is that of a country.
pub fn is_country(code: &str) -> bool {
    code.len() == 2 && COUNTRIES.split(' ').any(|known| known == code)
}

/// Whether a code is that of a language, or may be one of three letters.
pub fn is_language(code: &str) -> bool {
    let letters = code.bytes().all(|it| it.is_ascii_lowercase());
    letters && (code.len() == 3 || (code.len() == 2 && LANGUAGES.split(' ').any(|known| known == code)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_lists() {
        for code in ["GB", "HK", "SU", "ZW", "AD"] {
            assert!(is_country(code), "{code}");
        }
        for code in ["UK", "XX", "gb", "GBR", "", "G", "A D", " "] {
            assert!(!is_country(code), "{code}");
        }
        for code in ["en", "ase", "yue", "zu"] {
            assert!(is_language(code), "{code}");
        }
        for code in ["zz", "EN", "english", "e", "", "e1", "en-GB"] {
            assert!(!is_language(code), "{code}");
        }
        assert_eq!(COUNTRIES.split(' ').count(), 249 + 4);
        assert!(COUNTRIES.split(' ').all(|code| code.len() == 2) && LANGUAGES.split(' ').all(|code| code.len() == 2));
    }
}
