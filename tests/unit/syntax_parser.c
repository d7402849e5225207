/* syntax_parser.c - what text reads as: (operators, text, writeq of the term or name of the error).
 * SPDX-License-Identifier: MIT
 *
 * The rows follow the questions of WG17's conformity assessment of syntax. Where the standard asks for an error and this reader gives
 * a term, the row says "extension".
 */
#include "syntax_fixture.h"

typedef struct Row {
    const char *ops; /* "200 xfy ^, ..." entered before, removed after; NULL: none */
    const char *text, *expected;
} Row;

static const char CLASH[] = "operator_clash", EXPECTED[] = "operator_expected", START[] = "cannot_start_term",
                  EARLY[] = "unexpected_end_of_clause", ESCAPE[] = "undefined_char_escape", NEWLINE[] = "newline_in_quoted",
                  EOFQ[] = "end_of_file_in_quoted", CODE[] = "illegal_character_code", MISMATCH[] = "mismatched_bracket",
                  UNBALANCED[] = "unbalanced_bracket", NEEDS[] = "operator_needs_brackets";

static const Row rows[] = {
    /* ---- quoted items ---- */
    {NULL, "'\\n'", "'\\n'"},
    {NULL, "'", EOFQ},
    {NULL, "'\n", NEWLINE},
    {NULL, ")", START},
    {NULL, ".", EARLY},
    {NULL, "'\t'", "illegal_character"},
    {NULL, "'\n'", NEWLINE},
    {NULL, "'\\\n'", "''"},
    {NULL, "'\\\na'", "a"},
    {NULL, "'a\\\nb'", "ab"},
    {NULL, "'a\\\n b'", "'a b'"},
    {NULL, "'\\ '", ESCAPE},
    {NULL, "'\\ \n'", ESCAPE},
    {NULL, "'\\\t'", ESCAPE},
    {NULL, "'\\t'", "'\\t'"},
    {NULL, "'\\a'", "'\\a'"},
    {NULL, "'\\7\\'", "'\\a'"},
    {NULL, "'\\ca'", ESCAPE},
    {NULL, "'\\d'", ESCAPE},
    {NULL, "'\\e'", "'\\x1b\\'"}, /* extension */
    {NULL, "'\\s'", "' '"},       /* extension */
    {NULL, "'\\033\\'", "'\\x1b\\'"},
    {NULL, "'\\0\\'", "'\\x0\\'"},
    {NULL, "'\\0'", ESCAPE},
    {NULL, "'\\u1'", ESCAPE},
    {NULL, "'\\u0041\\u00e9'", "'A\xC3\xA9'"},
    {NULL, "'\\U0001F600'", "\xF0\x9F\x98\x80"},
    {NULL, "'\\ud800'", CODE},
    {NULL, "'\\U00110000'", CODE},
    {NULL, "0'\\u1", ESCAPE},
    {NULL, "writeq('", EOFQ},
    {NULL, "writeq(.", EARLY},
    {NULL, "'\\\n''.\n", NEWLINE},
    {NULL, "0'\\.", ESCAPE},
    {NULL, "0'\\. .", ESCAPE},
    {NULL, "''''", "'\\''"},
    {NULL, "'a''b'", "'a\\'b'"},
    {NULL, "'\\141\\'", "a"},
    {NULL, "'\\141'", ESCAPE},
    {NULL, "'\\141\\141'", "a141"},
    {NULL, "'\\9'", ESCAPE},
    {NULL, "'\\N'", ESCAPE},
    {NULL, "X = '\\\\", EOFQ},
    {NULL, "'\\77777777777\\'", CODE},
    {NULL, "'\\x61\\'", "a"},
    {NULL, "'\\x61b'", ESCAPE},
    {NULL, "'\\xG\\'", ESCAPE},
    {NULL, "'\\xG1\\'", ESCAPE},
    {NULL, "'\\b\\r\\f\\t\\n\\v'", "'\\b\\r\\f\\t\\n\\v'"},
    {NULL, "'\\^J'", ESCAPE},
    {NULL, "'\\z'", ESCAPE},
    {NULL, "\"\\z\"", ESCAPE},
    {NULL, "\"\\'\\`\\\"\" = \"'`\"\"\"", "['\\'','`','\"']=['\\'','`','\"']"},
    {NULL, "'\\'\\`\\\"' = '''`\"'", "'\\'`\"'='\\'`\"'"},
    {NULL, "'\\\\' = (\\)", NEEDS},
    {NULL, "`", EOFQ},
    {NULL, "`+", EOFQ},
    {NULL, "`\n`", NEWLINE},
    {NULL, "`a`", "[97]"},
    {NULL, "\"\"", "[]"},
    {NULL, "\"abc\"", "[a,b,c]"},
    {NULL, "\"a\\0\\b\"", "[a,'\\x0\\',b]"},
    {NULL, "''", "''"},
    {NULL, "'.''-''.'", "'.\\'-\\'.'"},
    {NULL, "'\xC3\x89t\xC3\xA9'", "'\xC3\x89t\xC3\xA9'"},
    {NULL, "\xC3\xA9t\xC3\xA9", "\xC3\xA9t\xC3\xA9"},
    {NULL, "[a\xE2\x82\xAC, 1]", EXPECTED},               /* a, then the euro sign, a symbol */
    {NULL, "\xE2\x86\x92 + \xE2\x88\x80", "\xE2\x86\x92 + \xE2\x88\x80"},
    {NULL, "'\x7F'", "'\\x7f\\'"},
    {NULL, "'\xC2\xA0'", "'\\xa0\\'"},
    {NULL, "a\x01", "illegal_character"},

    /* ---- numbers ---- */
    {NULL, "0'a", "97"},
    {NULL, "0'''", "39"},
    {NULL, "0'\\'", "39"},
    {NULL, "0''", EXPECTED},
    {NULL, "0' ", "32"},
    {NULL, "0'\\n", "10"},
    {NULL, "0'\\\\", "92"},
    {NULL, "0'\\x41\\", "65"},
    {NULL, "X =0'\\x1\\.", "_0=1"},
    {NULL, "0'\xC3\xA9", "233"},
    {NULL, "0'\\z", ESCAPE},
    {NULL, "0'\\c", ESCAPE},
    {NULL, "0'\\ ", ESCAPE},
    {NULL, "0'\n", NEWLINE},
    {NULL, "0'\\\na.", EOFQ},
    {NULL, "X is 0'\\\n+'1.", "_0 is 0+1"},
    {NULL, "X is 1'+'1", "_0 is 1+1"},
    {NULL, "X is 1'\\\n+'1", "_0 is 1+1"},
    {NULL, "X is 16'mod'2", "_0 is 16 mod 2"},
    {NULL, "X is 37'mod'2", "_0 is 37 mod 2"},
    {NULL, "X is 0'mod'1", EXPECTED},
    {NULL, "00'+'1", "0+1"},
    {NULL, "00'a", EOFQ},
    {NULL, "2'1", "1"}, /* extension: digits in any base, unless a quoted item ends there */
    {"100 xfx 1", "2'1'y", "2 '1'y"},
    {"100 xfx mod", "36'mod'2", "36 mod 2"},
    {NULL, "16'FF", "255"},
    {NULL, "36'Zz", "1295"},
    {NULL, "37'a", EOFQ},
    {NULL, "0X1", EXPECTED},
    {NULL, "0B1", EXPECTED},
    {NULL, "0x1F", "31"},
    {NULL, "0xg", EXPECTED},
    {NULL, "[0b101,0o17,0xaf]", "[5,15,175]"},
    {NULL, "0xamod 2", "10 mod 2"},
    {NULL, "0b1mod 2", "1 mod 2"},
    {NULL, "-0x1", "-1"},
    {NULL, ".0", EXPECTED},
    {NULL, "- .0", EXPECTED},
    {NULL, "1.", "1"},
    {NULL, "1.e", EXPECTED},
    {NULL, "1e", EXPECTED},
    {NULL, "1E9", EXPECTED},
    {NULL, "1e9", "1000000000.0"}, /* extension */
    {NULL, "1e-9", "1.0e-9"},      /* extension */
    {NULL, "1e9x", EXPECTED},
    {"9 xf e9", "1e9", "1 e9"},
    {"9 xf e", "1e-9 = X", "1 e-9=_0"},
    {"9 xf e", "1.0e- 9 = X", "1.0 e-9=_0"},
    {"9 xf e", "1e", "1 e"},
    {"9 xf e", "1.0e", "1.0 e"},
    {"9 xfy e", "1.2e 3", "1.2 e 3"},
    {NULL, "1.0ee9", EXPECTED},
    {NULL, "1.0e100", "1.0e100"},
    {NULL, "1.0E+10", "10000000000.0"},
    {NULL, "1.0e-323", "1.0e-323"},
    {NULL, "1.0e400", "illegal_number"},
    {NULL, "[0.1,1.0e10,1.0e15,1.0e-5,0.0001,-0.0]", "[0.1,10000000000.0,1.0e15,1.0e-5,0.0001,-0.0]"},
    {NULL, "[1.0Inf,-1.0Inf,1.5NaN]", "[1.0Inf,-1.0Inf,1.5NaN]"},
    {NULL, "1.0Info", EXPECTED},
    {NULL, "1_000_000", "1000000"},
    {NULL, "1__0", EXPECTED},
    {NULL, "1_", EXPECTED},
    {NULL, "1 000", EXPECTED},
    {NULL, "[1152921504606846975,1152921504606846976,-1152921504606846976,-1152921504606846977]",
     "[1152921504606846975,1152921504606846976,-1152921504606846976,-1152921504606846977]"},
    {NULL, "123456789012345678901234567890", "123456789012345678901234567890"},
    {NULL, "- 123456789012345678901234567890", "-123456789012345678901234567890"},
    {NULL, "0xffffffffffffffffffffffffffffffff", "340282366920938463463374607431768211455"},

    /* ---- minus and numbers ---- */
    {NULL, "-1", "-1"},
    {NULL, "- 1", "-1"},
    {NULL, "'-'1", "-1"},
    {NULL, "'-' 1", "-1"},
    {NULL, "-(1)", "- (1)"},
    {NULL, "- (1)", "- (1)"},
    {NULL, "(- (1)) = -(1)", "- (1)= - (1)"},
    {NULL, "- -1", "- -1"},
    {NULL, "-(-1)", "- -1"},
    {NULL, "-(-(1))", "- - (1)"},
    {NULL, "-1^2", "-1^2"},
    {NULL, "- 1^2", "-1^2"},
    {NULL, "-(1^2)", "- (1^2)"},
    {NULL, "-(a^2)", "- (a^2)"},
    {NULL, "-(2)^2", "(- (2))^2"},
    {NULL, "-(1.0)", "- (1.0)"},
    {NULL, "-(-(-a))", "- - -a"},
    {NULL, "-/*.*/1", EXPECTED},
    {NULL, "- /*.*/1", "-1"},
    {NULL, "-/*.*/-", "-/*.*/-"},
    {NULL, "a-1", "a-1"},
    {NULL, "a -1", "a-1"},
    {NULL, "a - 1", "a-1"},
    {NULL, "a - -1", "a- -1"},
    {NULL, "[-1,- 1,a-1]", "[-1,-1,a-1]"},
    {NULL, "1 - (-1)", "1- -1"},
    {NULL, "2** -1", "2** -1"},
    {NULL, "(-1)^(-1)", "-1^ -1"},
    {NULL, "1 - (-(1))", "1- - (1)"},
    {NULL, "X is 1 - -1", "_0 is 1- -1"},
    {NULL, "+1", "+1"},
    {NULL, "+ 1", "+1"},
    {NULL, "+1^2", "+1^2"},
    {NULL, "\\ 1", "\\1"},
    {NULL, "\\ (-1)", "\\ -1"},
    {NULL, "a= -1", "a= -1"},
    {NULL, "1 mod -1", "1 mod -1"},
    {"0 fy -", "-1", "-1"},
    {"0 fy -", "-(1)", "-(1)"},
    {"0 fy -", "- 1", "-1"},
    {"0 fy +", "+1", EXPECTED},

    /* ---- prefix operators ---- */
    {NULL, "-a", "-a"},
    {NULL, "-(a)", "-a"},
    {NULL, "-(-)", "- (-)"},
    {NULL, "-[-]", "-[-]"},
    {NULL, "-p(c)", "-p(c)"},
    {NULL, "-{}", "-{}"},
    {NULL, "-{a}", "-{a}"},
    {NULL, "-[]", "-[]"},
    {NULL, "-(-a)", "- -a"},
    {NULL, "- - a", "- -a"},
    {NULL, "\\ \\ a", "\\ \\a"},
    {NULL, "-((a,b))", "- (a,b)"},
    {NULL, "-(a,b)", "a-b"},
    {NULL, "-(1*2)", "- (1*2)"},
    {NULL, "- (a*b)", "- (a*b)"},
    {NULL, "\\ (a*b)", "\\ (a*b)"},
    {NULL, "\\ (a = b)", "\\ (a=b)"},
    {NULL, "+ (a = b)", "+ (a=b)"},
    {NULL, "\\+ (a,b)", "\\+ (a,b)"},
    {NULL, "\\+(a,b)", "\\+(a,b)"},
    {NULL, "\\+a", "\\+a"},
    {NULL, "\\+ \\+a", "\\+ \\+a"},
    {NULL, "\\+!", "\\+!"},
    {NULL, "\\+[a]", "\\+[a]"},
    {NULL, "\\+a=b", "\\+a=b"},
    {NULL, "-(a:-b)", CLASH},
    {NULL, "- (a:-b)", "- (a:-b)"},
    {NULL, ":- a", ":-a"},
    {NULL, ":- (a:-b)", ":- (a:-b)"},
    {NULL, ":- :- a", CLASH},
    {NULL, ":- dynamic foo/1, bar/2.", ":-dynamic foo/1,bar/2"},
    {NULL, "dynamic a", "dynamic a"},
    {NULL, "dynamic [a]", "dynamic [a]"},
    {NULL, "dynamic(a)", "dynamic a"},
    {NULL, "dynamic(a,b)", "dynamic(a,b)"},
    {NULL, "dynamic dynamic a", CLASH},
    {NULL, "- dynamic a", CLASH},
    {NULL, "a= \\+b", CLASH},
    {NULL, "a=(\\+b)", "a=(\\+b)"},
    {NULL, "[:- a, b]", CLASH},
    {NULL, "[a, dynamic b]", CLASH},
    {NULL, "[(:- a)|(dynamic b)]", "[(:-a)|(dynamic b)]"},
    {NULL, "{:- a}", "{:-a}"},
    {NULL, "(:- a):-b", "(:-a):-b"},
    {NULL, "-a^2", "- (a^2)"},
    {NULL, "-(a)^2", "(-a)^2"},
    {NULL, "-a+b", "-a+b"},
    {NULL, "-(a+b)", "- (a+b)"},
    {"400 fx f", "f/*.*/(1,2)", "f (1,2)"},
    {"400 fx f", "f(1,2)", "f(1,2)"},
    {"900 fy $", "$a+b", "$a+b"},
    {"900 fy $", "$(a)+b", "($a)+b"},
    {"300 fy ~", "~ (a = b)", "~ (a=b)"},
    {"100 yfx ~", "-(1~2~3)", "- (1~2~3)"},
    {"100 yfx ~", "1~2", "1~2"},
    {"20 fx --", "--(a)", "--a"},
    {NULL, "--(a)", "--(a)"},
    {"100 fx ' op'", "' op' '1'", "' op' '1'"},
    {"100 fx ' op'", "' op'[]", "' op'[]"},
    {"9 xfy .", "-[1]", "-[1]"},

    /* ---- operators as atoms ---- */
    {NULL, "(-)-(-)", "(-)-(-)"},
    {NULL, "(:-):-(:-)", "(:-):-(:-)"},
    {NULL, "(*)=(*)", "(*)=(*)"},
    {NULL, "[:-,-]", "[:-,-]"},
    {NULL, "[:-|:-]", "[:-|:-]"},
    {NULL, "f(*)", "f(*)"},
    {NULL, "f(:-)", "f(:-)"},
    {NULL, "f(:-, a)", "f(:-,a)"},
    {NULL, "f(;,'|',';;')", "f(;,'|',';;')"},
    {NULL, "{-}", "{-}"},
    {NULL, "-", "-"},
    {NULL, ":-", ":-"},
    {NULL, "\\ .", "\\"},
    {NULL, "1 = \\\\", "1= \\\\"},
    {NULL, "* = *", NEEDS},
    {NULL, "- = -", NEEDS},
    {NULL, ":- = :-", NEEDS},
    {NULL, "- = x", NEEDS},
    {NULL, "X = +", NEEDS},
    {NULL, "X == -, Y", NEEDS},
    {NULL, "\\+ -", NEEDS},
    {NULL, "(- -) = -(-)", NEEDS},
    {NULL, "(- - -)", NEEDS},
    {NULL, "{- = - 1}", NEEDS},
    {NULL, "(- = -1)", NEEDS},
    {NULL, "(-;)", NEEDS},
    {NULL, "(-;-)", NEEDS},
    {NULL, "[:- -c]", CLASH},
    {NULL, "{:- :- c}", CLASH},
    {NULL, "(a;;)", NEEDS},
    {NULL, "- * a", NEEDS},
    {NULL, "dynamic is/2", NEEDS},
    {NULL, ":- dynamic (-)/2", ":-dynamic (-)/2"},
    {NULL, "[dynamic-1]", "[(dynamic)-1]"},
    {NULL, "X = dynamic - 1", "_0=(dynamic)-1"},
    {NULL, "- =(a)", "- =(a)"},
    {NULL, "=(a,b,c)", "=(a,b,c)"},
    {NULL, "=(a)", "=(a)"},
    {NULL, "[a= \\ ,b]", NEEDS},
    {NULL, ">(>(a),b)", ">(a)>b"},
    {NULL, "a> >b", NEEDS},
    {NULL, "a> =b", NEEDS},
    {NULL, "a>,b", START},
    {NULL, "a>", "end_of_file"},
    {NULL, "a> .", EARLY},
    {NULL, "(a>)", START},
    {"1 xf xf1", "{- =xf1}", NEEDS},
    {NULL, "a- - -b", "a- - -b"},
    {NULL, "$-", "$-"},
    {NULL, "-$", "-$"},
    {NULL, "//*", "//*"},
    {NULL, "//*.*/", "//*.*/"},
    {NULL, "'/*'", "'/*'"},
    {NULL, "'/**'", "'/**'"},
    {NULL, "'*/'", "*/"},
    {NULL, "'^`'", "'^`'"},
    {NULL, ".+", ".+"},
    {NULL, "X = '.'.", "_0='.'"},
    {NULL, "X = '..'.", "_0= .."},
    {NULL, "[.,.(.,.,.)]", "['.','.'('.','.','.')]"},
    {"9 yf .", ".(.)", "('.')'.'"},
    {NULL, "(.)+(.)", "'.'+'.'"},
    {NULL, "'.'(a,[])", "[a]"},
    {NULL, "'.'(a,b)", "[a|b]"},

    /* ---- infix operators ---- */
    {NULL, "a*(b+c)", "a*(b+c)"},
    {NULL, "(a*b)+c", "a*b+c"},
    {NULL, "a :- b,c", "a:-b,c"},
    {NULL, "a:-b,c;d->e", "a:-b,c;d->e"},
    {NULL, "(a->b)->c", "(a->b)->c"},
    {NULL, "a->b->c", "a->b->c"},
    {NULL, "(a;b);c", "(a;b);c"},
    {NULL, "(a,b),c", "(a,b),c"},
    {NULL, "a*->b;c", "a*->b;c"},
    {NULL, "a-->b,{c},!", "a-->b,{c},!"},
    {NULL, "p:-q.", "p:-q"},
    {NULL, "a:b:c", "a:b:c"},
    {NULL, "(a:b):c", "(a:b):c"},
    {NULL, "1-2-3", "1-2-3"},
    {NULL, "1-(2-3)", "1-(2-3)"},
    {NULL, "2^3^4", "2^3^4"},
    {NULL, "(2^3)^4", "(2^3)^4"},
    {NULL, "2**3**4", CLASH},
    {NULL, "a=b=c", CLASH},
    {NULL, "a:-b:-c", CLASH},
    {NULL, "a-->b:-c", CLASH},
    {NULL, "a is b=c", CLASH},
    {NULL, "(a=b)=c", "(a=b)=c"},
    {NULL, "1 rdiv 2", "1 rdiv 2"},
    {NULL, "a mod b rem c", "a mod b rem c"},
    {NULL, "a 'mod' b", "a mod b"},
    {NULL, "x is 1+2", "x is 1+2"},
    {NULL, "(a,b)is c", "(a,b)is c"},
    {NULL, "a is (b,c)", "a is (b,c)"},
    {NULL, "a is [b]", "a is [b]"},
    {NULL, "'A b'is 'c d'", "'A b'is 'c d'"},
    {NULL, "a- (-)", "a-(-)"},
    {NULL, "a+'B'", "a+'B'"},
    {NULL, "a= @", "a= @"},
    {NULL, "a=:=b", "a=:=b"},
    {NULL, "@>=(a,b)", "a@>=b"},
    {NULL, "a =.. b", "a=..b"},
    {NULL, "- (1)^2", "- (1^2)"},
    {NULL, "1*(-3)", "1* -3"},
    {NULL, "(- 3)*1", "-3*1"},
    {NULL, "a b", EXPECTED},
    {NULL, "nop (1)", EXPECTED},
    {NULL, "X (a)", EXPECTED},
    {NULL, "X(a)", EXPECTED},
    {NULL, "1 2", EXPECTED},
    {NULL, "[] (1)", EXPECTED},
    {NULL, "\"a\" \"b\"", EXPECTED},
    {NULL, "f(a)(b)", EXPECTED},
    {NULL, "{a}(b)", EXPECTED},
    {"9 yfx bop, 9 yfx bo, 9 yfx b, 9 yfx xor", "[0 bop 2,0bo 2,0b 2,0xor 2]", "[0 bop 2,0 bo 2,0 b 2,0 xor 2]"},
    {"100 xfx ''", "0 ''1", "0 ''1"},
    {"100 xfx ''", "0''1", "0 ''1"},
    {"100 xfx '1 '", "2 '1 'y", "2 '1 'y"},
    {"100 xfx .", "3 .2", "[3|2]"},
    {"100 xfy .", "X = 1.e.", "_0=[1|e]"},

    /* ---- postfix operators, and those of equal priority ---- */
    {"1 xf xf1", "1xf1", "1 xf1"},
    {"1 yf yf1", "{-1 yf1}", "{-1 yf1}"},
    {"9 yf b2, 9 yf o8", "[0b2,0o8]", "[0 b2,0 o8]"},
    {"100 xf ''", "[0 '',0'']", "[0 '',0 '']"},
    {"100 xf f", "0'f'", EOFQ},
    {"100 xf f", "0'f'f'", "102 f"},
    {"100 xf f", "0'ff", "102 f"},
    {"100 xf f", "0f", "0 f"},
    {"100 xf 'f '", "0 'f '", "0 'f '"},
    {"9 fy fy, 9 yf yf", "fy 1 yf", "fy 1 yf"},
    {"9 fy fy, 9 yf yf", "fy(yf(1))", "fy 1 yf"},
    {"9 fy fy, 9 yf yf", "yf(fy(1))", "(fy 1)yf"},
    {"9 fy fy, 9 yfx yfx", "fy 1 yfx 2", "fy 1 yfx 2"},
    {"9 fy fy, 9 yfx yfx", "fy(yfx(1,2))", "fy 1 yfx 2"},
    {"9 fy fy, 9 yfx yfx", "yfx(fy(1),2)", "(fy 1)yfx 2"},
    {"9 yf yf, 9 xfy xfy", "1 xfy 2 yf", "1 xfy 2 yf"},
    {"9 yf yf, 9 xfy xfy", "xfy(1,yf(2))", "1 xfy 2 yf"},
    {"9 yf yf, 9 xfy xfy", "yf(xfy(1,2))", "(1 xfy 2)yf"},
    {"9 fy f, 9 yf f", "f f 0", "f f 0"},
    {"9 fy f, 9 yf f", "f 0 f", "f f 0"},
    {"9 fy f, 9 yf f", "0 f f", "f f 0"},
    {"9 fy p, 9 yfx p", "1 p p p 2", CLASH},
    {"9 fy p, 9 xfy p", "1 p p p 2", "1 p p p 2"},
    {"7 fy p, 9 yfx p", "1 p p p 2", "1 p p p 2"},
    {"9 xfx x", "1 x 2 x 3", CLASH},
    {"9 fx g, 9 xf x", "g 1 x", CLASH},
    {"200 xfy &", "a&b&c", "a&b&c"},
    {"200 yfx &", "a&(b&c)", "a&(b&c)"},

    /* ---- bars, brackets, lists, curly terms ---- */
    {NULL, "(a|b)", "a|b"},
    {NULL, "a|b", "a|b"},
    {NULL, "(a|b;c)", "a|b;c"},
    {NULL, "[(a|b)]", "[(a|b)]"},
    {NULL, "f(a|b)", CLASH},
    {NULL, "(a-->b,c|d)", "a-->b,c|d"},
    {"0 xfy |", "(a|b)", EXPECTED},
    {"0 xfy |", "'|'(a,b)", "'|'(a,b)"},
    {NULL, "[a|b]", "[a|b]"},
    {NULL, "[a|[]]", "[a]"},
    {NULL, "[a,b|c]", "[a,b|c]"},
    {NULL, "[a,b|[c]]", "[a,b,c]"},
    {NULL, "[a|b,c]", "bracket_expected"},
    {NULL, "[a|b|c]", CLASH},
    {NULL, "[a,b|]", START},
    {NULL, "[a,b|,]", START},
    {NULL, "[a|b:-c]", CLASH},
    {NULL, "[|a]", START},
    {NULL, "[,]", START},
    {NULL, "[a,]", START},
    {NULL, "[a:-b]", CLASH},
    {NULL, "[(a:-b)]", "[(a:-b)]"},
    {NULL, "[(a,b)]", "[(a,b)]"},
    {NULL, "[a|(b,c)]", "[a|(b,c)]"},
    {NULL, "[ ]", "[]"},
    {NULL, "[/**/]", "[]"},
    {NULL, "'[]'", "[]"},
    {NULL, "[](X)", "[](_0)"},
    {NULL, "'[]'(1) = [ ](X)", "[](1)=[](_0)"},
    {NULL, "{ }", "{}"},
    {NULL, "{}(a)", "{a}"},
    {NULL, "'{}'(a)", "{a}"},
    {NULL, "'{}'(a,b)", "{}(a,b)"},
    {NULL, "{1}", "{1}"},
    {NULL, "{a,b}", "{a,b}"},
    {NULL, "{(a:-b)}", "{a:-b}"},
    {NULL, "{,}", START},
    {NULL, "{[}", START},
    {NULL, "{(}", START},
    {NULL, "{\\+ (}", START},
    {NULL, "(,)", START},
    {NULL, "(|)", START},
    {NULL, "f(,)", START},
    {NULL, "f(,a)", START},
    {NULL, "f(a,)", START},
    {NULL, "f()", START},
    {NULL, "f(a b)", EXPECTED},
    {NULL, "f(a:-b)", CLASH},
    {NULL, "f((a:-b))", "f((a:-b))"},
    {NULL, "f(((a:-b)))", "f((a:-b))"},
    {NULL, "f((a,b),c)", "f((a,b),c)"},
    {NULL, "f((:-))", "f(:-)"},
    {NULL, "','(a,b)", "a,b"},
    {NULL, "','", "','"},
    {NULL, "','(a,b,c)", "','(a,b,c)"},
    {NULL, "((a))", "a"},
    {NULL, "(a", "end_of_file"},
    {NULL, "(a]", MISMATCH},
    {NULL, "[a)", MISMATCH},
    {NULL, "{a)", MISMATCH},
    {NULL, "f(a}", MISMATCH},
    {NULL, "a)", UNBALANCED},
    {NULL, "a. )", "end_of_file_expected"},
    {NULL, "a. b.", "end_of_file_expected"},
    {NULL, "Finis ().", EXPECTED},

    /* ---- layout and variables ---- */
    {NULL, "", "EOF"},
    {NULL, " % nothing\n /* here */ ", "EOF"},
    {NULL, "/* a", "end_of_file_in_block_comment"},
    {NULL, "X/* /*/=7", "_0=7"},
    {NULL, "X/*/*/=7", "_0=7"},
    {NULL, "a%b\n.", "a"},
    {NULL, "a.%b", "a"},
    {NULL, "f(X,Y,X,_,_)", "f(_0,_1,_0,_2,_3)"},
    {NULL, "[_A,_A,__]", "[_0,_0,_1]"},
    {NULL, "\xC3\x89t\xC3\xA9 = x", "_0=x"},
    {NULL, "'$VAR'(1)", "B"},
    {NULL, "'$VAR'(27)", "B1"},
    {NULL, "'$VAR'(-1)", "'$VAR'(-1)"},
    {NULL, "'$VAR'(x)", "'$VAR'(x)"},
    {NULL, "'$VAR'('A')", "'$VAR'('A')"},
    {NULL, "'$VAR'(1,2)", "'$VAR'(1,2)"},
    {NULL, "- '$VAR'(1)", "-B"},
    {"9 xf '$VAR'", "- '$VAR'(0)", "-A"},
    {NULL, "'hello world'(x)", "'hello world'(x)"},
    {NULL, "!;a", "!;a"},
    {NULL, "!", "!"},
    {NULL, ";", ";"},
};

/* Enters the operators of a row, or with `undo` puts the default ones back. */
static void enter_ops(SyntaxFixture *f, const char *text)
{
    while (text != NULL && *text != '\0') {
        unsigned priority;
        char type[8], name[16];
        int used = 0;
        assert_int_equal(sscanf(text, "%u %7s %n", &priority, type, &used), 2);
        text += used;
        size_t length = 0;
        bool is_quoted = *text == '\'';
        text += is_quoted;
        while (*text != '\0' && *text != (is_quoted ? '\'' : ','))
            name[length++] = *text++;
        name[length] = '\0';
        text += strspn(text, "', ");
        syntax_op(f, priority, type, name);
    }
}

static void test_rows(void **state)
{
    (void)state;
    SyntaxFixture f;
    syntax_open(&f);
    const OpTable defaults = f.ops;
    size_t wrong = 0;
    for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
        op_table_init(&f.ops, &f.base.alloc, &defaults);
        enter_ops(&f, rows[i].ops);
        syntax_reset(&f);
        /* variables are numbered by their place: a term's own come first, so that they are small */
        const char *got = syntax_echo(&f, rows[i].text);
        if (strcmp(got, rows[i].expected) != 0) {
            print_message("%s\n    gives  %s\n    wanted %s\n", rows[i].text, got, rows[i].expected);
            wrong++;
        }
        op_table_free(&f.ops);
    }
    f.ops = defaults;
    assert_int_equal(wrong, 0);
    syntax_close(&f);
}

/* What is written reads back as a variant, and is then written the same. */
static void test_rows_read_back(void **state)
{
    (void)state;
    SyntaxFixture f;
    syntax_open(&f);
    f.write.numbervars = false;
    const OpTable defaults = f.ops;
    for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
        op_table_init(&f.ops, &f.base.alloc, &defaults);
        enter_ops(&f, rows[i].ops);
        syntax_reset(&f);
        if (syntax_read(&f, rows[i].text, strlen(rows[i].text)) == READ_OK) {
            Cell first = f.term;
            const char *text = syntax_write(&f, first);
            bool ok = true;
            if (syntax_read(&f, text, strlen(text)) != READ_OK || !term_is_variant(&f.base.store, first, f.term, &ok))
                fail_msg("%s is written as %s, which reads differently", rows[i].text, text);
        }
        op_table_free(&f.ops);
    }
    f.ops = defaults;
    syntax_close(&f);
}

/* What SWI reads beyond the standard. */
static void test_lenient(void **state)
{
    (void)state;
    static const struct {
        const char *text, *expected;
    } lenient[] = {
        {"'\t'", "'\\t'"},
        {"0'\t", "9"},
        {"'\\0'", "'\\x0\\'"},
        {"'\\x61b'", "\xD8\x9B"},
        {"* = *", "(*)=(*)"},
        {"- = x", "(-)=x"},
        {"X == -, Y", "_0==(-),_1"},
        {"- 1", "- (1)"},
        {"-1", "-1"},
        {"- = - 1", "(-)= - (1)"},
        {"[dynamic-1]", "[(dynamic)-1]"},
        {"f(a:-b,c)", "f((a:-b),c)"},
        {"[dynamic a,b:-c|d]", "[(dynamic a),(b:-c)|d]"},
        {"dynamic is/2", "dynamic (is)/2"},
        {"(- -) = -(-)", "- (-)= - (-)"},
        {"\\+ -", "\\+ (-)"},
    };
    SyntaxFixture f;
    syntax_open(&f);
    f.read.lenient = true;
    for (size_t i = 0; i < ARRAY_LENGTH(lenient); i++) {
        syntax_reset(&f);
        assert_string_equal(syntax_echo(&f, lenient[i].text), lenient[i].expected);
    }
    syntax_close(&f);
}

/* ---- streams ---- */

static Stream *open_text(SyntaxFixture *f, const char *text, size_t bytes)
{
    Stream *s;
    assert_int_equal(stream_open_memory_reader(&f->base.alloc, text, bytes, &s), IO_OK);
    return s;
}

/* Reads a whole stream and notes what each clause was: the text, or '!' and the error. */
static void check_clauses(const char *text, const char *expected)
{
    SyntaxFixture f;
    syntax_open(&f);
    Stream *s = open_text(&f, text, strlen(text));
    char got[1000];
    size_t length = 0;
    got[0] = '\0';
    for (int i = 0;; i++) {
        assert_true(i < 100);
        syntax_reset(&f);
        ReadStatus status = reader_read(&f.reader, s, &f.read);
        if (status == READ_EOF)
            break;
        const char *item = f.reader.error.what;
        if (status == READ_OK)
            item = syntax_write(&f, reader_push_term(&f.reader, &f.base.store));
        length += (size_t)snprintf(got + length, sizeof got - length, "%s%s ", status == READ_OK ? "" : "!", item);
    }
    assert_string_equal(got, expected);
    assert_int_equal(stream_end_state(s), END_PAST);
    assert_int_equal(stream_close(s, true), IO_OK);
    syntax_close(&f);
}

static void test_recovery(void **state)
{
    (void)state;
    check_clauses("a. b.\nc.", "a b c ");
    check_clauses("", "");
    check_clauses("a. % end\n", "a ");
    check_clauses("a b. c.", "!operator_expected c ");
    check_clauses("a. b", "a !end_of_file ");
    check_clauses("f(. a.", "!unexpected_end_of_clause a ");
    check_clauses(") x. a.", "!cannot_start_term a ");
    check_clauses(". a.", "!unexpected_end_of_clause a ");
    check_clauses("a + . b.", "!unexpected_end_of_clause b ");
    check_clauses("X = 'abc.\nb.", "!newline_in_quoted b ");
    check_clauses("X = 'abc\n, d. b.", "!newline_in_quoted b ");
    check_clauses("X = 'abc\nd'. \nb.", "!newline_in_quoted b ");
    check_clauses("X = 'a\\z. b', c. d.", "!undefined_char_escape d ");
    check_clauses("x y 'z. \n a.", "!operator_expected a ");
    check_clauses("x y \"z. \" . a.", "!operator_expected a ");
    check_clauses("x y 0'. . a.", "!operator_expected a ");
    check_clauses("a \x01 b. c.", "!illegal_character c ");
    check_clauses("a /* b. c.", "!end_of_file_in_block_comment ");
    check_clauses("- = . a.", "!operator_needs_brackets a ");
    check_clauses("- ). a.", "!unbalanced_bracket a ");
    check_clauses("(- = ]. a.", "!operator_needs_brackets a ");
}

static void test_stream_stands_behind_end(void **state)
{
    (void)state;
    SyntaxFixture f;
    syntax_open(&f);
    Stream *s = open_text(&f, "get(X).%a", 9);
    assert_int_equal(reader_read(&f.reader, s, &f.read), READ_OK);
    int32_t code;
    assert_int_equal(stream_get_code(s, &code), IO_OK);
    assert_int_equal(code, '%');
    assert_int_equal(f.reader.end.chars, 7);
    assert_int_equal(stream_close(s, true), IO_OK);
    syntax_close(&f);
}

static void test_bad_encoding(void **state)
{
    (void)state;
    SyntaxFixture f;
    syntax_open(&f);
    static const char text[] = "a. b \xFF c \xFE. d.";
    Stream *s = open_text(&f, text, sizeof text - 1);
    assert_int_equal(reader_read(&f.reader, s, &f.read), READ_OK);
    assert_int_equal(reader_read(&f.reader, s, &f.read), READ_IO_ERROR);
    assert_int_equal(f.reader.lexer.io, IO_BAD_ENCODING);
    assert_int_equal(reader_read(&f.reader, s, &f.read), READ_OK);
    assert_string_equal(syntax_write(&f, reader_push_term(&f.reader, &f.base.store)), "d");
    assert_int_equal(reader_read(&f.reader, s, &f.read), READ_EOF);
    assert_int_equal(stream_close(s, true), IO_OK);
    syntax_close(&f);
}

static void test_variables_and_positions(void **state)
{
    (void)state;
    SyntaxFixture f;
    syntax_open(&f);
    static const char text[] = "\n  foo(X,\n\tYy, X, _, _Z) .";
    assert_int_equal(syntax_read(&f, text, sizeof text - 1), READ_OK);
    const Reader *r = &f.reader;
    assert_int_equal(r->variable_count, 3);
    assert_int_equal(r->variables[0].name, ATOM_CHAR('X'));
    assert_int_equal(r->variables[0].occurrences, 2);
    assert_int_equal(r->variables[1].occurrences, 1);
    assert_int_equal(r->variables[1].at.line, 3);
    assert_int_equal(r->variables[1].at.column, 8);
    assert_int_equal(r->variables[1].at.chars, 11);
    assert_int_equal(r->start.line, 2);
    assert_int_equal(r->start.column, 2);
    assert_int_equal(r->end.chars, sizeof text - 1);
    assert_int_equal(syntax_read(&f, "a", 1), READ_OK);
    assert_int_equal(r->variable_count, 0);
    assert_int_equal(syntax_read(&f, "a(\n'b\n", 6), READ_SYNTAX_ERROR);
    assert_int_equal(r->error.at.line, 2);
    assert_int_equal(r->error.at.column, 2);
    assert_int_equal(r->error.opened.line, 2);
    assert_int_equal(r->error.opened.column, 0);
    assert_int_equal(syntax_read(&f, "x:-\n(a, b. ", 11), READ_SYNTAX_ERROR);
    assert_int_equal(r->error.opened.line, 2);
    syntax_close(&f);
}

/* Many names, so that the index grows, and again after they were forgotten. */
static void test_many_variables(void **state)
{
    (void)state;
    SyntaxFixture f;
    syntax_open(&f);
    Buf text;
    buf_init(&text, &f.base.alloc);
    for (int round = 0; round < 3; round++) {
        buf_clear(&text);
        buf_put_string(&text, "f(");
        for (int i = 0; i < 20000; i++)
            buf_printf(&text, "V%d,", i % 10000 * (round + 1));
        buf_put_string(&text, "0).");
        assert_int_equal(syntax_read(&f, text.data, text.length), READ_OK);
        assert_int_equal(f.reader.variable_count, 10000);
        for (size_t i = 0; i < 10000; i++)
            assert_int_equal(f.reader.variables[i].occurrences, 2);
        syntax_reset(&f);
    }
    buf_free(&text);
    syntax_close(&f);
}

static void test_options(void **state)
{
    (void)state;
    SyntaxFixture f;
    syntax_open(&f);
    f.read.double_quotes = QUOTES_CODES;
    assert_string_equal(syntax_echo(&f, "\"a\xC3\xA9\\0\\\""), "[97,233,0]");
    f.read.double_quotes = QUOTES_ATOM;
    assert_string_equal(syntax_echo(&f, "\"a b\""), "'a b'");
    assert_string_equal(syntax_echo(&f, "\"\""), "''");
    f.read.double_quotes = QUOTES_STRING;
    assert_string_equal(syntax_echo(&f, "\"a b\\n\\\"\""), "\"a b\\n\\\"\"");
    assert_string_equal(syntax_echo(&f, "\"\""), "\"\"");
    f.read.back_quotes = QUOTES_CHARS;
    assert_string_equal(syntax_echo(&f, "`ab`"), "[a,b]");
    f.read.var_prefix = true;
    assert_string_equal(syntax_echo(&f, "Foo(_x, Bar)"), "'Foo'(_0,'Bar')");
    syntax_close(&f);
}

/* ---- depth ---- */

typedef struct Deep {
    const char *before, *middle, *after;
} Deep;

static void *read_and_write_deep(void *argument)
{
    const Deep *deep = argument;
    const size_t depth = 1000000;
    SyntaxFixture f;
    syntax_open(&f);
    Buf text;
    buf_init(&text, &f.base.alloc);
    for (size_t i = 0; i < depth; i++)
        buf_put_string(&text, deep->before);
    buf_put_string(&text, deep->middle);
    for (size_t i = 0; i < depth; i++)
        buf_put_string(&text, deep->after);
    assert_int_equal(syntax_read(&f, text.data, text.length), READ_OK);
    Cell first = f.term;
    const char *again = syntax_write(&f, first);
    assert_int_equal(syntax_read(&f, again, f.out.length), READ_OK);
    bool ok = true;
    assert_true(term_is_variant(&f.base.store, first, f.term, &ok) && ok);
    /* and a clean error when a bracket is missing */
    if (*deep->after != '\0')
        assert_int_equal(syntax_read(&f, text.data, text.length - 1), READ_SYNTAX_ERROR);
    buf_free(&text);
    syntax_close(&f);
    return NULL;
}

static void test_deep(void **state)
{
    (void)state;
    static const Deep shapes[] = {
        {"(", "a", ")"},   {"[", "a", "]"},  {"{", "a", "}"},   {"f(", "a", ")"},  {"- ", "a", ""},    {"a:-(", "b", ")"},
        {"a,", "b", ""},   {"a^", "b", ""},  {"", "a", "-b"},   {"[a|", "b", "]"}, {"f(a,", "b", ")"}, {"f(", "a", ",b)"},
        {"(", "a", "-b)"}, {"-(", "1", ")"}, {"a,(", "b", ")"}, {"\\+ ", "a", ""}, {"", "a", ",b"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(shapes); i++) {
        pthread_t thread;
        pthread_attr_t attributes;
        assert_int_equal(pthread_attr_init(&attributes), 0);
        assert_int_equal(pthread_attr_setstacksize(&attributes, SMALL_STACK_BYTES), 0);
        assert_int_equal(pthread_create(&thread, &attributes, read_and_write_deep, (void *)(uintptr_t)&shapes[i]), 0);
        assert_int_equal(pthread_join(thread, NULL), 0);
        pthread_attr_destroy(&attributes);
    }
}

/* ---- memory ---- */

/* Every request for memory fails once: the reader says so, gives all back, and works afterwards. */
static void test_failing_allocations(void **state)
{
    (void)state;
    static const char text[] = "f(X,[a,\"text\",`cd`|T],{b},-1,- 2.5,123456789012345678901234567890,'new atom',Y,X-Y):-g,h,(i->j;k).";
    for (uint64_t n = 1;; n++) {
        SyntaxFixture f;
        syntax_open(&f);
        f.base.alloc.fail_at = n;
        ReadStatus status = syntax_read(&f, text, sizeof text - 1);
        bool was_reached = f.base.alloc.fail_at == 0;
        f.base.alloc.fail_at = 0;
        assert_true(status == READ_OK || status == READ_NO_MEMORY);
        assert_int_equal(syntax_read(&f, text, sizeof text - 1), READ_OK);
        syntax_close(&f);
        if (!was_reached)
            break;
        assert_true(n < 1000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_rows_read_back),
        cmocka_unit_test(test_lenient),
        cmocka_unit_test(test_recovery),
        cmocka_unit_test(test_stream_stands_behind_end),
        cmocka_unit_test(test_bad_encoding),
        cmocka_unit_test(test_variables_and_positions),
        cmocka_unit_test(test_many_variables),
        cmocka_unit_test(test_options),
        cmocka_unit_test(test_deep),
        cmocka_unit_test(test_failing_allocations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
