% SPDX-License-Identifier: MIT
%
% The public list of conformity cases for syntax, in the order of that list: "Conformity Testing I: Syntax" by ISO/IEC JTC1 SC22 WG17.
%
% Each case is a text (and operators that hold for it) that is given, with a newline behind it, to read(G), G. Its number there stands
% before it as  % #N . The answer is
%
%     syntax_error          read/1 raises one
%     writes(Text)          the goal writes that
%     writes_variables(T)   the same, where the variables it writes are called _1, _2, ... in order
%     succeeds, fails       the goal does, and writes nothing
%     error(E)              the goal raises error(E, _)
%
% and it is the one that the standard requires; where Horn goes beyond the standard (5.5.1), a line  % required: ...  tells that, and the
% answer is Horn's. docs/conformity-syntax.md is made of this file by tools/conformity-syntax.py.

answer(Operators, Text, Answer) :-
    findall(op(P, T, N), current_op(P, T, N), Before),
    atom_chars(Atom, Text),
    atom_concat(Atom, '\n', Input),
    atom_string(Input, String),
    open_string(String, Stream),
    current_input(Old),
    set_input(Stream),
    catch(outcome(Operators, Answer0), Error, true),
    set_input(Old),
    close(Stream),
    restore(Before),
    (   var(Error)
    ->  Answer = Answer0
    ;   throw(Error)
    ).

outcome(Operators, Answer) :-
    define(Operators),
    catch(read(Goal), error(syntax_error(_), _), Answer = syntax_error),
    (   Answer == syntax_error
    ->  true
    ;   catch(with_output_to(chars(Written), run(Goal, Result)), error(Error, _), Result = error(Error)),
        judge(Result, Written, Answer)
    ).

run(Goal, Result) :-
    (   call(Goal)
    ->  Result = succeeds
    ;   Result = fails
    ).

judge(error(Error), _, error(Error)).
judge(fails, _, fails).
judge(succeeds, Written, Answer) :-
    (   Written == []
    ->  Answer = succeeds
    ;   append(_, ['_', Digit|_], Written),
        char_type(Digit, digit(_))
    ->  Answer = writes_variables(Plain),
        plain_variables(Written, [], Plain)
    ;   Answer = writes(Written)
    ).

% Names of variables become _1, _2, ... in order of appearance.
plain_variables([], _, []).
plain_variables(['_', Digit|Text0], Names0, Plain) :-
    char_type(Digit, digit(_)),
    !,
    take_digits([Digit|Text0], Digits, Text),
    (   nth1(N, Names0, Digits)
    ->  Names = Names0
    ;   append(Names0, [Digits], Names),
        length(Names, N)
    ),
    number_chars(N, Shown),
    append(['_'|Shown], Plain1, Plain),
    plain_variables(Text, Names, Plain1).
plain_variables([Char|Text], Names, [Char|Plain]) :-
    plain_variables(Text, Names, Plain).

take_digits([Digit|Text0], [Digit|Digits], Text) :-
    char_type(Digit, digit(_)),
    !,
    take_digits(Text0, Digits, Text).
take_digits(Text, [], Text).

define([]).
define([Operator|Operators]) :-
    call(Operator),
    define(Operators).

% Makes the operators those of Before again.
restore(Before) :-
    forall(( current_op(P, T, N), \+ memberchk(op(P, T, N), Before) ), op(0, T, N)),
    forall(( member(op(P, T, N), Before), \+ current_op(P, T, N) ), op(P, T, N)).

% 6.4.2.1 Quoted characters

% #1
?- answer([], "writeq('\\n').", A).
   A = writes("'\\n'").

% #2
?- answer([], "'", A).
   A = syntax_error.

% #3
?- answer([], ")", A).
   A = syntax_error.

% #261
?- answer([], ")\n'", A).
   A = syntax_error.

% #4
?- answer([], ".", A).
   A = syntax_error.

% #5
?- answer([], "writeq('\t').", A).
   A = syntax_error.

% #177
?- answer([], "0'\t=0'\t.", A).
   A = syntax_error.

% #6
?- answer([], "writeq('\n').", A).
   A = syntax_error.

% #7
?- answer([], "writeq('\\\n').", A).
   A = writes("''").

% #8
?- answer([], "writeq('\\\na').", A).
   A = writes("a").

% #9
?- answer([], "writeq('a\\\nb').", A).
   A = writes("ab").

% #10
?- answer([], "writeq('a\\\n b').", A).
   A = writes("'a b'").

% #11
?- answer([], "writeq('\\ ').", A).
   A = syntax_error.

% #193
?- answer([], "writeq('\\ \n').", A).
   A = syntax_error.

% #12
?- answer([], "writeq('\\\t').", A).
   A = syntax_error.

% #13
?- answer([], "writeq('\\t').", A).
   A = writes("'\\t'").

% #14
?- answer([], "writeq('\\a').", A).
   A = writes("'\\a'").

% #15
?- answer([], "writeq('\\7\\').", A).
   A = writes("'\\a'").

% #16
?- answer([], "writeq('\\ca').", A).
   A = syntax_error.

% #241
?- answer([], "writeq('\\d').", A).
   A = syntax_error.

% #17
% required: syntax_error; extension: `\e` is Escape, as in most systems
?- answer([], "writeq('\\e').", A).
   A = writes("'\\x1b\\'").

% #18
?- answer([], "writeq('\\033\\').", A).
   A = writes("'\\x1b\\'").

% #301
?- answer([], "writeq('\\0\\').", A).
   A = writes("'\\x0\\'").

% #19
% required: syntax_error; extension: `\e` is Escape, as in most systems
?- answer([], "char_code('\\e',C).", A).
   A = succeeds.

% #21
?- answer([], "char_code('\\d',C).", A).
   A = syntax_error.

% #22
?- answer([], "writeq('\\u1').", A).
   A = syntax_error.

% #23
?- answer([], "X = 0'\\u1.", A).
   A = syntax_error.

% #24
?- answer([], "writeq('", A).
   A = syntax_error.

% #25
?- answer([], "writeq(.", A).
   A = syntax_error.

% #26
?- answer([], "'\\\n''.", A).
   A = syntax_error.

% #210
?- answer([], "X = 0'\\.", A).
   A = syntax_error.

% #211
?- answer([], "X = 0'\\. .", A).
   A = syntax_error.

% 6.3.1.3 Atoms that are operators, and how they are written

% #222
?- answer([], "writeq((-)-(-)).", A).
   A = writes("(-)-(-)").

% #223
?- answer([], "writeq(((:-):-(:-))).", A).
   A = writes("(:-):-(:-)").

% #27
?- answer([], "writeq((*)=(*)).", A).
   A = writes("(*)=(*)").

% #28
?- answer([], "writeq([:-,-]).", A).
   A = writes("[:-,-]").

% #29
?- answer([], "writeq(f(*)).", A).
   A = writes("f(*)").

% #30
?- answer([], "writeq(a*(b+c)).", A).
   A = writes("a*(b+c)").

% #31
?- answer([], "writeq(f(;,'|',';;')).", A).
   A = writes("f(;,'|',';;')").

% #32
?- answer([], "writeq([.,.(.,.,.)]).", A).
   A = writes("['.','.'('.','.','.')]").

% #33
?- answer([], "writeq((a :- b,c)).", A).
   A = writes("a:-b,c").

% #34
?- answer([], "write_canonical([a]).", A).
   A = writes("'.'(a,[])").

% #35
?- answer([], "writeq('/*').", A).
   A = writes("'/*'").

% #203
?- answer([], "writeq(//*).", A).
   A = writes("//*").

% #282
?- answer([], "writeq(//*.*/).", A).
   A = writes("//*.*/").

% #36
?- answer([], "writeq('/**').", A).
   A = writes("'/**'").

% #37
?- answer([], "writeq('*/').", A).
   A = writes("*/").

% #38
?- answer([], "\"\\'\\`\\\"\" = \"'`\"\"\".", A).
   A = succeeds.

% #179
?- answer([], "\"\\'\\\"\" = \"'\"\"\".", A).
   A = succeeds.

% #178
?- answer([], "\"\\`\" = \"`\".", A).
   A = succeeds.

% #39
?- answer([], "'\\'\\`\\\"' = '''`\"'.", A).
   A = succeeds.

% #40
?- answer([], "writeq('\\'\\`\\\"\\\"').", A).
   A = writes("'\\'`\"\"'").

% #41
?- answer([], "('\\\\') = (\\).", A).
   A = succeeds.

% 6.4.5 Numbers

% #42
?- answer([op(1, xf, xf1)], "1xf1 = xf1(1).", A).
   A = succeeds.

% #43
?- answer([], "X = 0X1.", A).
   A = syntax_error.

% #44
?- answer([], "float(.0).", A).
   A = syntax_error.

% #45
?- answer([op(100, xfx, '.')], "functor(3 .2,F,A), F == ('.'), A == 2.", A).
   A = succeeds.

% #46
?- answer([], "float(- .0).", A).
   A = syntax_error.

% #47
?- answer([], "float(1E9).", A).
   A = syntax_error.

% #48
?- answer([], "integer(1e).", A).
   A = syntax_error.

% #49
?- answer([op(9, xf, e9)], "1e9 = e9(1).", A).
   A = succeeds.

% #50
?- answer([op(9, xf, e)], "1e-9 = -(e(1),9).", A).
   A = succeeds.

% #51
?- answer([op(9, xf, e)], "1.0e- 9 = -(e(1.0),9).", A).
   A = succeeds.

% #204
?- answer([op(9, xf, e)], "writeq(1e).", A).
   A = writes("1 e").

% #220
?- answer([op(9, xf, e)], "writeq(1.0e).", A).
   A = writes("1.0 e").

% #52
?- answer([op(9, xfy, e)], "1.2e 3 = e(X,Y), X == 1.2, Y == 3.", A).
   A = succeeds.

% #53
?- answer([], "writeq(1.0e100).", A).
   A = writes("1.0e100").

% #54
?- answer([], "float(1.0ee9).", A).
   A = syntax_error.

% #286
?- answer([], "(- (1)) = -(1).", A).
   A = succeeds.

% #287
?- answer([], "(- -1) = -(-1).", A).
   A = succeeds.

% #288
?- answer([], "(- 1^2) = ^(-1,2).", A).
   A = succeeds.

% #56
?- answer([], "integer(- 1).", A).
   A = succeeds.

% #57
?- answer([], "integer('-'1).", A).
   A = succeeds.

% #58
?- answer([], "integer('-' 1).", A).
   A = succeeds.

% #59
?- answer([], "integer(- /*.*/1).", A).
   A = succeeds.

% #60
?- answer([], "integer(-/*.*/1).", A).
   A = syntax_error.

% #61
?- answer([], "integer('-'/*.*/1).", A).
   A = succeeds.

% #62
?- answer([], "atom(-/*.*/-).", A).
   A = succeeds.

% #63
?- answer([], "op(0,fy,-).", A).
   A = succeeds.

% #180
?- answer([op(0, fy, -)], "integer(-1).", A).
   A = succeeds.

% #64
?- answer([op(0, fy, -)], "integer(- 1).", A).
   A = succeeds.

% 7.10.5 Prefix minus

% #135
?- answer([], "writeq(-(1)).", A).
   A = writes("- (1)").

% #136
?- answer([op(0, fy, -)], "writeq(-(1)).", A).
   A = writes("-(1)").

% #182
?- answer([], "writeq(-(-1)).", A).
   A = writes("- -1").

% #183
?- answer([], "writeq(-(1^2)).", A).
   A = writes("- (1^2)").

% #260
?- answer([], "writeq(-(a^2)).", A).
   A = writes("- (a^2)").

% #139
?- answer([], "writeq(-((a,b))).", A).
   A = writes("- (a,b)").

% #218
?- answer([], "writeq(-(1*2)).", A).
   A = writes("- (1*2)").

% #140
?- answer([], "writeq(-a).", A).
   A = writes("-a").

% #184
?- answer([], "writeq(-(-)).", A).
   A = writes("- (-)").

% #185
?- answer([], "writeq(-[-]).", A).
   A = writes("-[-]").

% #188
?- answer([], "writeq(-p(c)).", A).
   A = writes("-p(c)").

% #189
?- answer([], "writeq(-{}).", A).
   A = writes("-{}").

% #190
?- answer([], "writeq(-{a}).", A).
   A = writes("-{a}").

% #191
?- answer([], "writeq(-(-a)).", A).
   A = writes("- -a").

% #192
?- answer([], "writeq(-(-(-a))).", A).
   A = writes("- - -a").

% #216
?- answer([], "writeq(-(-(1))).", A).
   A = writes("- - (1)").

% #215
?- answer([op(100, yfx, ~)], "writeq(-(1~2~3)).", A).
   A = writes("- (1~2~3)").

% #248
?- answer([op(100, yfx, ~)], "writeq(- (1~2)).", A).
   A = writes("- (1~2)").

% #249
?- answer([op(100, yfx, ~)], "writeq(1~2).", A).
   A = writes("1~2").

% #278
?- answer([], "op(9,xfy,'.'), writeq(-[1]).", A).
   A = writes("-[1]").

% #279
?- answer([], "op(9,xf,'$VAR'), writeq(- '$VAR'(0)).", A).
   A = writes("-A").

% #296
?- answer([op(9, xf, '$VAR')], "writeq('$VAR'(0)).", A).
   A = writes("A").

% #55
?- answer([op(1, yf, yf1)], "{-1 yf1}={yf1(X)}, X == -1.", A).
   A = succeeds.

% #65
?- answer([], "compound(+1).", A).
   A = succeeds.

% #66
?- answer([], "compound(+ 1).", A).
   A = succeeds.

% #277
?- answer([], "writeq(+1^2).", A).
   A = writes("+1^2").

% #67
?- answer([op(0, fy, +)], "compound(+1).", A).
   A = syntax_error.

% #257
?- answer([], "writeq([+{a},+[]]).", A).
   A = writes("[+{a},+[]]").

% 6.3.5 Lists, and operators as operands

% #68
?- answer([], "[(:-)|(:-)]=[:-|:-].", A).
   A = succeeds.

% #69
?- answer([], "X=[a|b,c].", A).
   A = syntax_error.

% #70
?- answer([], "op(1000,xfy,',').", A).
   A = error(permission_error(modify, operator, ',')).

% #71
?- answer([], "op(1001,xfy,',').", A).
   A = error(permission_error(modify, operator, ',')).

% #72
?- answer([], "op(999,xfy,'|').", A).
   A = error(permission_error(create, operator, '|')).

% #73
?- answer([], "X=[a|b].", A).
   A = succeeds.

% #285
% required: syntax_error; extension: `|` is an operator from the start (1100, xfy), as grammar rules want it
?- answer([], "X=[(a|b)].", A).
   A = succeeds.

% #219
?- answer([], "[a|[]]=[a].", A).
   A = succeeds.

% #74
?- answer([], "X=[a|b|c].", A).
   A = syntax_error.

% #75
?- answer([], "var(a:-b).", A).
   A = syntax_error.

% #76
?- answer([], ":- = :- .", A).
   A = syntax_error.

% #77
?- answer([], "- = - .", A).
   A = syntax_error.

% #78
?- answer([], "* = * .", A).
   A = syntax_error.

% #79
?- answer([], "current_op(200,fy,-).", A).
   A = succeeds.

% #80
?- answer([], "current_op(200,fy,+).", A).
   A = succeeds.

% #81
?- answer([], "{- - c}={-(-(c))}.", A).
   A = succeeds.

% #82
?- answer([], "(- -) = -(-).", A).
   A = syntax_error.

% #83
?- answer([], "(- - -) = -(-(-)).", A).
   A = syntax_error.

% #84
?- answer([], "(- - - -) = -(-(-(-))).", A).
   A = syntax_error.

% #85
?- answer([], "{:- :- c} = {:-(:-,c)}.", A).
   A = syntax_error.

% #86
?- answer([], "{- = - 1}={(-(=)) - 1}.", A).
   A = syntax_error.

% #87
?- answer([], "write_canonical((- = - 1)).", A).
   A = syntax_error.

% #88
?- answer([], "write_canonical((- = -1)).", A).
   A = syntax_error.

% #89
?- answer([], "write_canonical((-;)).", A).
   A = syntax_error.

% #90
?- answer([], "write_canonical((-;-)).", A).
   A = syntax_error.

% #91
?- answer([], "write_canonical((:-;-)).", A).
   A = syntax_error.

% #92
?- answer([], "[:- -c] = [(:- -c)].", A).
   A = syntax_error.

% #93
?- answer([], "writeq([a,b|,]).", A).
   A = syntax_error.

% #94
?- answer([], "X ={,}.", A).
   A = syntax_error.

% #95
?- answer([], "{1} = {}(1).", A).
   A = succeeds.

% #96
?- answer([], "write_canonical({1}).", A).
   A = writes("{}(1)").

% #97
?- answer([], "'[]'(1) = [ ](X), X == 1.", A).
   A = succeeds.

% #98
?- answer([], "X = [] (1).", A).
   A = syntax_error.

% #99
?- answer([], "op(100,yfy,op).", A).
   A = error(domain_error(operator_specifier, yfy)).

% 6.4.2.1 More of quoted characters

% #100
?- answer([], "'''' = '\\''.", A).
   A = succeeds.

% #101
?- answer([], "a = '\\141\\'.", A).
   A = succeeds.

% #102
?- answer([], "a = '\\141'.", A).
   A = syntax_error.

% #103
?- answer([], "X = '\\141\\141', X == a141.", A).
   A = succeeds.

% #104
?- answer([], "X = '\\9'.", A).
   A = syntax_error.

% #105
?- answer([], "X = '\\N'.", A).
   A = syntax_error.

% #106
?- answer([], "X = '\\\\' .", A).
   A = syntax_error.

% #107
?- answer([], "X = '\\77777777777\\'.", A).
   A = syntax_error.

% #108
?- answer([], "a = '\\x61\\'.", A).
   A = succeeds.

% #109
?- answer([], "atom_codes('\\xG\\',Cs).", A).
   A = syntax_error.

% #110
?- answer([], "atom_codes('\\xG1\\',Cs).", A).
   A = syntax_error.

% #111
?- answer([], "atom(`).", A).
   A = syntax_error.

% #112
?- answer([], "atom(`+).", A).
   A = syntax_error.

% #297
?- answer([], "atom(`\n`).", A).
   A = syntax_error.

% #113
% required: syntax_error; extension: back quoted text is what the flag back_quotes says
?- answer([], "X = `a`.", A).
   A = succeeds.

% #114
?- answer([], "integer(0'\\').", A).
   A = succeeds.

% #115
?- answer([], "integer(0''').", A).
   A = succeeds.

% #116
?- answer([], "0''' = 0'\\'.", A).
   A = succeeds.

% #117
?- answer([], "integer(0'').", A).
   A = syntax_error.

% 6.4.4 Character codes, and digits before quotes

% #195
?- answer([], "op(100,xf,'').", A).
   A = succeeds.

% #205
?- answer([op(100, xf, '')], "(0 '') = ''(X), X == 0.", A).
   A = succeeds.

% #196
?- answer([op(100, xf, '')], "writeq(0 '').", A).
   A = writes("0 ''").

% #197
?- answer([op(100, xf, '')], "writeq(0'').", A).
   A = writes("0 ''").

% #118
?- answer([], "op(100,xfx,'').", A).
   A = succeeds.

% #119
?- answer([op(100, xfx, '')], "functor(0 ''1, F, A), F == (''), A == 2.", A).
   A = succeeds.

% #120
?- answer([op(100, xfx, '')], "functor(0''1, F, A), F == (''), A == 2.", A).
   A = succeeds.

% #206
?- answer([op(100, xf, f)], "writeq(0'f').", A).
   A = syntax_error.

% #207
?- answer([op(100, xf, f)], "writeq(0'f'f').", A).
   A = writes("102 f").

% #209
?- answer([op(100, xf, f)], "writeq(0'ff).", A).
   A = writes("102 f").

% #256
?- answer([op(100, xf, f)], "writeq(0f).", A).
   A = writes("0 f").

% #208
?- answer([op(100, xf, 'f ')], "writeq(0 'f ').", A).
   A = writes("0 'f '").

% #121
% required: syntax_error; extension: digits in any base from 2 to 36, where no quoted item stands
?- answer([], "X = 2'1.", A).
   A = succeeds.

% #122
?- answer([op(100, xfx, '1')], "functor(2'1'y, F, A), F == ('1'), A == 2.", A).
   A = succeeds.

% #262
?- answer([op(100, xfx, '1')], "functor(2 '1'y, F, A), F == ('1'), A == 2.", A).
   A = succeeds.

% #123
?- answer([], "X =0'\\x41\\ , X == 65.", A).
   A = succeeds.

% #124
?- answer([], "X =0'\\x41\\, X == 65.", A).
   A = succeeds.

% #125
?- answer([], "X =0'\\x1\\, X == 1.", A).
   A = succeeds.

% #127
?- answer([], "X is 16'mod'2, X == 0.", A).
   A = succeeds.

% #128
?- answer([], "X is 37'mod'2, X == 1.", A).
   A = succeeds.

% #129
?- answer([], "X is 0'mod'1.", A).
   A = syntax_error.

% #130
?- answer([], "X is 1'+'1, X == 2.", A).
   A = succeeds.

% #212
?- answer([], "X is 1'\\\n+'1, X == 2.", A).
   A = succeeds.

% #213
?- answer([], "X is 0'\\\n+'1, X == 1.", A).
   A = succeeds.

% #259
?- answer([], "X = 0'\\\n+'/*'. %*/1.", A).
   A = succeeds.

% #303
?- answer([], "X = 0'\\\na.", A).
   A = syntax_error.

% #214
?- answer([], "X is 0'\\", A).
   A = syntax_error.

% #126
?- answer([], "X = 0'\\\n.\\", A).
   A = syntax_error.

% 6.3.4.3 Quoted operators, spaces

% #131
?- answer([], "op(100,fx,' op').", A).
   A = succeeds.

% #132
?- answer([op(100, fx, ' op')], "writeq(' op' '1').", A).
   A = writes("' op' '1'").

% #133
?- answer([op(100, fx, ' op')], "writeq(' op'[]).", A).
   A = writes("' op'[]").

% #134
?- answer([op(1, xf, xf1)], "writeq({- =xf1}).", A).
   A = syntax_error.

% #137
?- answer([], "writeq(- (a*b)).", A).
   A = writes("- (a*b)").

% #138
?- answer([], "writeq(\\ (a*b)).", A).
   A = writes("\\ (a*b)").

% #141
?- answer([], "current_op(P,xfy,.).", A).
   A = fails.

% #142
?- answer([], "op(100,xfy,.).", A).
   A = succeeds.

% #143
?- answer([op(100, xfy, '.')], "writeq(1 .2).", A).
   A = writes("[1|2]").

% #144
?- answer([op(100, xfy, '.')], "writeq([1]).", A).
   A = writes("[1]").

% #283
?- answer([op(100, xfy, '.')], "writeq(-[1]).", A).
   A = writes("-[1]").

% #221
?- answer([op(100, xfy, '.')], "X = 1.e, X == [1|e].", A).
   A = succeeds.

% #258
?- answer([op(100, xfy, '.')], "writeq(ok).%\n1 = X.", A).
   A = writes("ok").

% 7.10.5 '$VAR'

% #145
?- answer([], "write_canonical('$VAR'(0)).", A).
   A = writes("'$VAR'(0)").

% #146
?- answer([], "write_term('$VAR'(0),[]).", A).
   A = writes("$VAR(0)").

% #244
?- answer([], "writeq('$VAR'(0)).", A).
   A = writes("A").

% #245
?- answer([], "writeq('$VAR'(-1)).", A).
   A = writes("'$VAR'(-1)").

% #246
?- answer([], "writeq('$VAR'(-2)).", A).
   A = writes("'$VAR'(-2)").

% #247
?- answer([], "writeq('$VAR'(x)).", A).
   A = writes("'$VAR'(x)").

% #289
?- answer([], "writeq('$VAR'('A')).", A).
   A = writes("'$VAR'('A')").

% 6.3.4.3 Operators of equal priority

% #147
?- answer([op(9, fy, fy), op(9, yf, yf)], "write_canonical(fy 1 yf).", A).
   A = writes("fy(yf(1))").

% #148
?- answer([op(9, fy, fy), op(9, yf, yf)], "write_canonical(fy yf).", A).
   A = syntax_error.

% #149
?- answer([op(9, fy, fy), op(9, yf, yf)], "writeq(fy(yf(1))).", A).
   A = writes("fy 1 yf").

% #150
?- answer([op(9, fy, fy), op(9, yf, yf)], "writeq(yf(fy(1))).", A).
   A = writes("(fy 1)yf").

% #151
?- answer([op(9, fy, fy), op(9, yfx, yfx)], "write_canonical(fy 1 yfx 2).", A).
   A = writes("fy(yfx(1,2))").

% #152
?- answer([op(9, fy, fy), op(9, yfx, yfx)], "writeq(fy(yfx(1,2))).", A).
   A = writes("fy 1 yfx 2").

% #153
?- answer([op(9, fy, fy), op(9, yfx, yfx)], "writeq(yfx(fy(1),2)).", A).
   A = writes("(fy 1)yfx 2").

% #154
?- answer([op(9, yf, yf), op(9, xfy, xfy)], "write_canonical(1 xfy 2 yf).", A).
   A = writes("xfy(1,yf(2))").

% #155
?- answer([op(9, yf, yf), op(9, xfy, xfy)], "writeq(xfy(1,yf(2))).", A).
   A = writes("1 xfy 2 yf").

% #156
?- answer([op(9, yf, yf), op(9, xfy, xfy)], "writeq(yf(xfy(1,2))).", A).
   A = writes("(1 xfy 2)yf").

% #157
?- answer([op(0, xfy, :-)], "current_op(P,xfx,:-).", A).
   A = fails.

% #158
?- answer([], "op(0,xfy,',').", A).
   A = error(permission_error(modify, operator, ',')).

% #159
?- answer([op(9, fy, f), op(9, yf, f)], "write_canonical(f f 0).", A).
   A = writes("f(f(0))").

% #201
?- answer([op(9, fy, f), op(9, yf, f)], "writeq(f(f(0))).", A).
   A = writes("f f 0").

% #202
?- answer([op(9, fy, f), op(9, yf, f)], "write_canonical(f 0 f).", A).
   A = writes("f(f(0))").

% #160
?- answer([op(9, fy, f), op(9, yf, f)], "write_canonical(0 f f).", A).
   A = writes("f(f(0))").

% #161
?- answer([op(9, fy, f), op(9, yf, f)], "write_canonical(f f).", A).
   A = syntax_error.

% #162
?- answer([op(9, fy, p), op(9, yfx, p)], "write_canonical(1 p p p 2).", A).
   A = syntax_error.

% #163
?- answer([op(9, fy, p), op(9, xfy, p)], "write_canonical(1 p p p 2).", A).
   A = writes("p(1,p(p(2)))").

% #164
?- answer([op(7, fy, p), op(9, yfx, p)], "write_canonical(1 p p p 2).", A).
   A = writes("p(1,p(p(2)))").

% 6.4.8 The dot and the bar

% #165
?- answer([], "atom('.''-''.').", A).
   A = succeeds.

% #166
?- answer([], "op(0,xfy,'|').", A).
   A = succeeds.

% #167
?- answer([op(0, xfy, '|')], "writeq((a|b)).", A).
   A = syntax_error.

% #168
?- answer([], "op(0,xfy,.),op(9,yf,.).", A).
   A = succeeds.

% #169
?- answer([op(0, xfy, '.'), op(9, yf, '.')], "writeq(.(.)).", A).
   A = writes("('.')'.'").

% #194
?- answer([], "op(0,xfy,.),writeq((.)+(.)).", A).
   A = writes("'.'+'.'").

% 6.4.6 Double quoted lists, and more of all

% #170
?- answer([], "set_prolog_flag(double_quotes,chars).", A).
   A = succeeds.

% #171
?- answer([], "writeq(\"a\").", A).
   A = writes("[a]").

% #229
?- answer([], "writeq(\"\\z\").", A).
   A = syntax_error.

% #300
?- answer([], "writeq(\"\\0\\\").", A).
   A = writes("['\\x0\\']").

% #172
?- answer([], "X is 10.0** -323, writeq(X).", A).
   A = writes("1.0e-323").

% #173
?- answer([], "1.0e-323=:=10.0** -323.", A).
   A = succeeds.

% #174
?- answer([], "-1 = -0x1.", A).
   A = succeeds.

% #175
?- answer([], "T = t(0b1,0o1,0x1), T == t(1,1,1).", A).
   A = succeeds.

% #176
?- answer([], "X is 0b1mod 2, X == 1.", A).
   A = succeeds.

% #217
?- answer([], "op(1105,xfy,'|').", A).
   A = succeeds.

% #181
?- answer([op(1105, xfy, '|')], "writeq((a-->b,c|d)).", A).
   A = writes("a-->b,c|d").

% #290
?- answer([op(1105, xfy, '|')], "writeq([(a|b)]).", A).
   A = writes("[(a|b)]").

% #317
?- answer([op(1105, xfy, '|')], "writeq([a,(b,c)|[]]).", A).
   A = writes("[a,(b,c)]").

% #186
?- answer([], "X/* /*/=7, X == 7.", A).
   A = succeeds.

% #187
?- answer([], "X/*/*/=7, X == 7.", A).
   A = succeeds.

% #198
?- answer([], "atom($-).", A).
   A = succeeds.

% #199
?- answer([], "atom(-$).", A).
   A = succeeds.

% #200
?- answer([op(900, fy, $)], "write_canonical($a+b).", A).
   A = writes("$(+(a,b))").

% #224
?- answer([], "\\ .", A).
   A = error(existence_error(procedure, (\)/0)).

% #225
?- answer([], "char_code(C,0), writeq(C).", A).
   A = writes("'\\x0\\'").

% #250
?- answer([], "writeq('\\0\\').", A).
   A = writes("'\\x0\\'").

% #226
?- answer([], "write_canonical(_+_).", A).
   A = writes_variables("+(_1,_2)").

% #227
?- answer([], "write_canonical(B+B).", A).
   A = writes_variables("+(_1,_1)").

% #228
?- answer([], "writeq(0'\\z).", A).
   A = syntax_error.

% #230
?- answer([], "char_code('\\^',X).", A).
   A = syntax_error.

% #231
?- answer([], "writeq(0'\\c).", A).
   A = syntax_error.

% #232
?- answer([], "writeq(0'\\ ).", A).
   A = syntax_error.

% #233
?- answer([], "writeq(nop (1)).", A).
   A = syntax_error.

% #234
?- answer([op(400, fx, f)], "writeq(f/*.*/(1,2)).", A).
   A = writes("f (1,2)").

% #235
?- answer([op(400, fx, f)], "writeq(1 = f).", A).
   A = syntax_error.

% #236
?- answer([], "write_canonical(a- - -b).", A).
   A = writes("-(a,-(-(b)))").

% #237
?- answer([], "op(699,xf,>).", A).
   A = error(permission_error(create, operator, >)).

% #238
?- answer([], "writeq(>(>(a),b)).", A).
   A = writes(">(a)>b").

% #239
?- answer([], "write_canonical(a> >b).", A).
   A = syntax_error.

% #242
?- answer([], "write_canonical(a> =b).", A).
   A = syntax_error.

% #243
?- answer([], "write_canonical((a>,b)).", A).
   A = syntax_error.

% #240
?- answer([], "write_canonical(a>).", A).
   A = syntax_error.

% #251
?- answer([op(9, yfx, [bop, bo, b, op, xor])], "writeq(0bop 2).", A).
   A = writes("0 bop 2").

% #263
?- answer([op(9, yfx, [bop, bo, b, op, xor])], "writeq(0 bop 2).", A).
   A = writes("0 bop 2").

% #252
?- answer([op(9, yfx, [bop, bo, b, op, xor])], "writeq(0bo 2).", A).
   A = writes("0 bo 2").

% #253
?- answer([op(9, yfx, [bop, bo, b, op, xor])], "writeq(0b 2).", A).
   A = writes("0 b 2").

% #254
?- answer([op(9, yfx, [bop, bo, b, op, xor])], "writeq(0op 2).", A).
   A = writes("0 op 2").

% #255
?- answer([op(9, yfx, [bop, bo, b, op, xor])], "writeq(0xor 2).", A).
   A = writes("0 xor 2").

% #264
?- answer([], "writeq('^`').", A).
   A = writes("'^`'").

% #265
?- answer([], "op(9,yf,[b2,o8]).", A).
   A = succeeds.

% #266
?- answer([op(9, yf, [b2, o8])], "writeq(0b2).", A).
   A = writes("0 b2").

% #267
?- answer([op(9, yf, [b2, o8])], "writeq(0o8).", A).
   A = writes("0 o8").

% #268
?- answer([], "op(500, xfy, {}).", A).
   A = error(permission_error(create, operator, {})).

% #269
?- answer([], "writeq('\\b\\r\\f\\t\\n').", A).
   A = writes("'\\b\\r\\f\\t\\n'").

% #270
?- answer([], "get_char(C), C == ' '. %a", A).
   A = succeeds.

% #271
?- answer([], "get_char(C), C == '%'.%a", A).
   A = succeeds.

% #272
?- answer([], "writeq(0B1).", A).
   A = syntax_error.

% #274
?- answer([], "op(20,fx,--),writeq(--(a)).", A).
   A = writes("--a").

% #275
?- answer([op(20, fx, --)], "op(0,fy,--),writeq(--(a)).", A).
   A = writes("--(a)").

% #276
?- answer([], "writeq(0xamod 2).", A).
   A = writes("10 mod 2").

% #280
?- answer([], "writeq(00'+'1).", A).
   A = writes("0+1").

% #281
?- answer([], "writeq(00'a).", A).
   A = syntax_error.

% #284
?- answer([], "writeq('\\^J').", A).
   A = syntax_error.

% #291
?- answer([], "writeq([(a,b)]).", A).
   A = writes("[(a,b)]").

% #292
?- answer([], "writeq(1= \\\\).", A).
   A = writes("1= \\\\").

% #293
?- answer([], "writeq((,)).", A).
   A = syntax_error.

% #294
?- answer([], "writeq({[}).", A).
   A = syntax_error.

% #295
?- answer([], "writeq({(}).", A).
   A = syntax_error.

% #298
?- answer([], "writeq([a,b|c]).", A).
   A = writes("[a,b|c]").

% #299
?- answer([], "(\\+ (a,b)) = \\+(T), T == (a,b).", A).
   A = succeeds.

% #302
?- answer([], "[] = '[]'.", A).
   A = succeeds.

% #304
?- answer([op(300, fy, ~)], "writeq(~ (a=b)).", A).
   A = writes("~ (a=b)").

% #305
?- answer([], "writeq(\\ (a=b)).", A).
   A = writes("\\ (a=b)").

% #306
?- answer([], "writeq(+ (a=b)).", A).
   A = writes("+ (a=b)").

% #307
?- answer([], "writeq([/**/]).", A).
   A = writes("[]").

% #308
?- answer([], "writeq(.+).", A).
   A = writes(".+").

% #309
?- answer([], "writeq({a,b}).", A).
   A = writes("{a,b}").

% #310
?- answer([], "writeq({\\+ (}).", A).
   A = syntax_error.

% #318
?- answer([], "writeq(+((1*2)^3)).", A).
   A = writes("+ (1*2)^3").

% 6.3.4.3 Later cases of the list, without their numbers

% #-
% required: syntax_error; extension: `\uXXXX` and `\UXXXXXXXX` are characters
?- answer([], "writeq('\\u0021').", A).
   A = writes("!").

% #-
?- answer([], "writeq('\\x21\\').", A).
   A = writes("!").

% #-
?- answer([], "writeq('\\x0021\\').", A).
   A = writes("!").

% #-
?- answer([], "writeq(0'\\x\\).", A).
   A = syntax_error.

% #-
?- answer([op(9, xf, '$VAR')], "writeq('$VAR'(-1)).", A).
   A = writes("-1 '$VAR'").

% #-
?- answer([op(0, fy, -)], "writeq([-]).", A).
   A = writes("[-]").

% #-
?- answer([op(9, fy, fy), op(9, yf, yf)], "writeq(yf(fy(yf(fy(1))))).", A).
   A = writes("(fy (fy 1)yf)yf").

% #-
?- answer([op(1105, xfy, '|')], "write_canonical((a|b;c)).", A).
   A = writes("'|'(a,;(b,c))").

% #-
?- answer([op(1105, xfy, '|')], "write_canonical((a;b|c)).", A).
   A = writes("'|'(;(a,b),c)").

% #-
?- answer([op(1105, xfy, '|')], "write_canonical([a;b|c]).", A).
   A = syntax_error.

% #-
?- answer([], "writeq(-((1*2)^3)).", A).
   A = writes("- ((1*2)^3)").

% #-
?- answer([], "writeq([a|\\ +2]).", A).
   A = writes("[a|\\ +2]").

% #-
?- answer([], "writeq((a)(b)).", A).
   A = syntax_error.

% #-
?- answer([], "writeq('%').", A).
   A = writes("'%'").

% #-
?- answer([], "writeq({[y]}).", A).
   A = writes("{[y]}").

% #-
?- answer([], "(>)(1,2).", A).
   A = syntax_error.

% #-
?- answer([], "write_canonical(;(a)).", A).
   A = writes(";(a)").

% #-
?- answer([], "write_canonical(';'(a)).", A).
   A = writes(";(a)").

% #-
?- answer([], "write_canonical(;(a,b)).", A).
   A = writes(";(a,b)").

% #-
?- answer([], "op(9,fx,.),writeq(.(' ')).", A).
   A = writes("'.' ' '").

% #-
?- answer([], "op(9,yf,.>).", A).
   A = succeeds.

% #-
?- answer([op(9, yf, .>)], "write_canonical(a.> .>).", A).
   A = writes(".>(.>(a))").

% #-
?- answer([op(9, yf, .>)], "writeq(((a).>).>).", A).
   A = writes("a.> .>").

% #-
?- answer([], "writeq([.|1]).", A).
   A = writes("['.'|1]").

% #-
?- answer([], "writeq(-'-'2).", A).
   A = writes("- -2").

% #-
?- answer([], "writeq(-[]1).", A).
   A = syntax_error.

% #-
?- answer([], "writeq(-{}1).", A).
   A = syntax_error.

% #-
?- answer([op(1000, xfx, ~>)], "writeq([a~>b]).", A).
   A = syntax_error.

% #-
?- answer([op(1000, yfx, ~>)], "writeq([a~>b]).", A).
   A = syntax_error.

% #-
?- answer([op(1000, xfy, ~>)], "writeq([a~>b]).", A).
   A = syntax_error.

% #-
?- answer([], "writeq({|}).", A).
   A = syntax_error.

% #-
?- answer([], "writeq(([)).", A).
   A = syntax_error.

% #-
?- answer([], "writeq((>)(1)).", A).
   A = syntax_error.

% #-
?- answer([], "writeq({a:-b}).", A).
   A = writes("{a:-b}").

% #-
?- answer([op(1105, xfy, '|')], "writeq((|)).", A).
   A = syntax_error.

% #-
?- answer([op(0, xfy, '|')], "writeq((|)).", A).
   A = syntax_error.

% #-
?- answer([], "Finis ().", A).
   A = syntax_error.

% #-
?- answer([], "Finis (()).", A).
   A = syntax_error.
