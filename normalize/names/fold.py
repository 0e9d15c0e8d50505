"""The folded form of a name: what two spellings of one name have in common.

Accents, case, apostrophes and hyphens never part two names; letters always do. Folding is not
transliteration: Москва stays Cyrillic and is found through the alias table.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Bogotá, Brasília; الْقاهرة; शिराज़; เป่ย์จิง; メデジーン: accents over Latin, Greek and Cyrillic
# letters, short vowels in Arabic, dots under Indic letters, Thai tone marks, Japanese length marks,
# and characters of no width. Vowel signs of Indic and Thai script are letters and stay.
ACCENTS = re.compile(
    "[\u0300-\u036f\u0640\u064b-\u065f\u0670\u093c\u09bc\u0e47-\u0e4e\u30fc"
    "\u200b-\u200f\u2060\ufeff]"
)
# सिकन्दरिया, सिकंदरिया: a nasal before another consonant is written as a letter or as a dot
NASALS = re.compile("[ङञणनम]\u094d(?=[क-ह])|\u0901")
NASAL_DOT = "\u0902"
# Xi'an, Xi’an, MALE', Sanaʻa, בייג׳ינג
APOSTROPHES = re.compile("['’‘ʼʻʹʾʿ`´′׳]")
# ヴィクトリア, ビクトリア: Japanese writes a foreign v with signs of its own or with those of b
V_SIGNS = re.compile("ウ\u3099([ァィェォ]?)")
B_SIGNS = {"": "フ\u3099", "ァ": "ハ\u3099", "ィ": "ヒ\u3099", "ェ": "ヘ\u3099", "ォ": "ホ\u3099"}
# letters that Unicode does not take apart, and Arabic and Indic ones that spellings interchange
LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ß": "ss", "æ": "ae",
        "œ": "oe", "ə": "a", "ħ": "h", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه",
        "ी": "ि", "ू": "ु", "ई": "इ", "ऊ": "उ", "ী": "ি", "ূ": "ু", "ঈ": "ই", "ঊ": "উ",
    }
)  # fmt: skip


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name in lower case, without accents and apostrophes, its words parted by one space.

    A name of signs alone folds to the empty string, which equals no name.
    """
    if name.isascii() and name.replace(" ", "").isalpha():
        return " ".join(name.lower().split())
    plain = APOSTROPHES.sub("", name)
    plain = ACCENTS.sub("", unicodedata.normalize("NFKD", plain)).casefold().translate(LETTERS)
    plain = NASALS.sub(NASAL_DOT, plain)
    plain = V_SIGNS.sub(lambda sign: B_SIGNS[sign[1]], plain)
    words = "".join(letter if _is_of_word(letter) else " " for letter in plain)
    return unicodedata.normalize("NFC", " ".join(words.split()))


def tight(key: str) -> str:
    """A folded name without its spaces: 'xi an' and 'xian' are printed for one city."""
    return key.replace(" ", "")


def _is_of_word(letter: str) -> bool:
    """Letters, digits and the marks that belong to them; hyphens, brackets and dots are not."""
    return letter.isalnum() or unicodedata.category(letter)[0] == "M"
