"""Shapes of print: each regex is named, with a printed sample above it."""

from __future__ import annotations

import regex

from ..languages import every

# L1M1D3   L2A2D4   L1A1   L3   a code of a plan, whole
CODE = regex.compile(r"(?P<line>L\d{1,2})(?:[A-Z]\d{1,2}(?:D\d{1,2})?)?")
# L1M1D3*   LIA2D1   L1iM2D1   L1A1-D2   L1.A1.D2   l1a1d2   L1A1D1–L1A1D3   what stands in a list
# of codes, misprints among them
CODE_LIKE = regex.compile(r"[Ll1I|]\s?[\dOlI](?:[A-Z0-9ilamd.\-–—]{0,12})\*?\.?")
# D2   A2D1   what is left of a code behind another one: 'L1A1D1/D2'
CODE_TAIL = regex.compile(r"(?:[A-Z]\d{1,2})?D\d{1,2}\.?")
# L2M1D3* Annual call   L1 Strengthen global leadership   L1M1
PLAN_ITEM = regex.compile(
    r"^(?P<code>L\d{1,2}(?:[A-Z]\d{1,2}(?:D\d{1,2})?)?)(?!\.\d)(?P<star>\*?)(?:[\s:.\-–—]+(?P<title>\S.*))?$"
)
# L2A2D3.1 Locks for children: part of an item, which plans do not number
PLAN_PART = regex.compile(r"^L\d{1,2}[A-Z]\d{1,2}(?:D\d{1,2})?\.\d")
# L1 urban diplomacy and metropolitan advocacy   L1 Metropolitan diplomacy
LINE_TITLE = regex.compile(r"^(?P<code>L\d{1,2})\b[\s:.\-–—]*(?P<title>\p{L}(?!\d).*)?$")
# ACTION LINE 1   Action Line 1 (L1)   Action Line 2: Capacities
ACTION_LINE = regex.compile(r"\s*(?P<number>\d{1,2})\b\s*(?:\((?P<code>L\d{1,2})\))?[\s:.\-–—]*")
# 1.1 Combating inequalities   - 2.3 Climate resilience   4.1. Promoting
CHALLENGE = regex.compile(r"^(?P<code>\d{1,2}\.\d{1,2})\.?[\s:–—-]+(?P<title>\p{L}.*)$")
# (L1A1D1)   L1A1D1 Policy recommendations   1.1) Combating   2.3   what begins like a code
LOST_CODE = regex.compile(
    r"^\(?(?:L\d{1,2}[.\s]?[A-Z]\d{1,2}|\d{1,2}\.\d{1,2}(?:\)|,|\s|$))", regex.I
)
# - Abidjan   • Affordable housing   → Berlin
BULLET = regex.compile(r"^(?P<mark>[-–—⁃•·▪■◦‣∙*●○→])\s+(?=\S)")
# what parts the items of a running list, in any script: 'Berlin, Rabat'   'Berlin、Rabat'
COMMAS = ",;，；、،؛"
# more than 900   près de 40   each group is what the words mean
KINDS = ("at_least", "at_most", "about")
QUALIFIED = rf"(?:(?:{'|'.join(rf'(?P<{kind}>(?i:{every(kind)}))' for kind in KINDS)})\s+)?"
# What notes are told by: Rabat¹   12*   3 July [1]   Total (a)
MARKS = "*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰"
MARK_ENDS = frozenset(f"{MARKS}])")  # a quick no for most words
MARK = regex.compile(rf"(?<=\S)(?:\s?[{MARKS}]{{1,3}}|\s?\[\d{{1,2}}\]|\s\(\p{{Ll}}\))$")
# 346,021.63 €   1,200+   +1,412   55   EUR 1.200,50   ~ 300   more than 900   -40 €   1.2k   1,2 M€
# 3 million   12*
AMOUNT = regex.compile(
    rf"""^{QUALIFIED}(?P<minus>[-−](?=[€$£\d]))?(?P<before>[+~≈<>≤≥]|€|(?:US)?\$|£|EUR|USD|GBP)?\s*
        (?P<number>\d[\d.,'’\u00a0\u202f ]*\d|\d)\s*
        (?:(?P<times>[kKM]|(?i:{every("multiples")}))\.?(?!\p{{L}})\s*)?
        (?P<after>€|\$|£|EUR|USD|GBP|%)?\s*(?P<more>\+)?(?:{MARK.pattern}|$)""",
    regex.X,
)
# UNDP: Cities   Gazette – Heat   Gazette -- Heat   61 – experts   Web | Water   Experts ..... 61
# Nachtblatt      Night: what parts two things that stand side by side
BESIDE = regex.compile(
    r"(?<=\S)(?:::?\s+|\s(?:-{1,3}|[–—|])\s+|\s?(?:\.{3,}|…{2,})\s?|\t| {2,})(?=\S)"
)
# (until 18th September)   (since 24th September 2021)   (from 22nd November)   (seit 3. Juli)
# (outgoing, until 3 July)   (joined in July)   (3 July – 4 August)
TENURE = regex.compile(
    rf"""\((?:\p{{L}}[\p{{L}}\s-]*,\s*)?
        (?:(?:(?P<until>{every("until")})|{every("since")})(?!\p{{L}})\s*
          |(?=(?:\d{{1,2}}\p{{L}}*\s\p{{L}}+|\p{{L}}{{3,}}\s\d{{1,2}})[^()]*[-–—]
             |\d{{1,2}}\s?[-–—]\s?\d{{1,2}}\s\p{{L}}{{3}}))
        (?P<date>[^()]+)\)""",
    regex.I | regex.X,
)
# 5   – 12 –   Page 7   7 / 34
PAGE_NUMBER = regex.compile(
    r"^(?:page|pag\.|p\.)?\s*[-–—|]?\s*(?P<number>\d{1,3})(?:\s*(?:/|of)\s*\d{1,3})?\s*[-–—|]?$",
    regex.I,
)
# Interns (2)   Members (14)   how many entries follow
COUNT = regex.compile(r"\s*\(\d{1,3}\)$")
# a line that goes on below: 'Bogotá,'   'Rabat and'   but not "Xi'an"; looked for from the end
GOES_ON = regex.compile(rf"(?r)(?:[,;/&]|(?<![\w'’.]){every('onward')})$", regex.I)
# together with the   Names have fewer small words in a row.
RUNNING = regex.compile(r"(?<!\S)(?:\p{Ll}[\p{L}-]*\s){2}\p{Ll}")
# a sentence ends: 'crisis.'   'cities.”'   'Europe?)'   'cities.[1]'
SENTENCE_END = regex.compile(r"[.!?…][\"'”’»)\]]*(?:\[\d+\])?$")
# a sentence ends inside: 'Europe? And'
SENTENCE_INSIDE = regex.compile(r"\p{Ll}\p{Ll}[\"'”’)]*[.!?][\"'”’)]*\s+[\"'“‘(]?\p{Lu}")
