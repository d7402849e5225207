# What each error of the standard looks like, uncaught in a directive, a goal of the command line, and the dialogue.
cat >errors.pl <<'END'
:- atom_length(_, _).
:- atom_length(f(x), _).
:- X is foo + 1, write(X).
:- functor(_, f, -1).
:- set_prolog_flag(no_such_flag, on).
:- set_prolog_flag(debug, maybe).
:- set_prolog_flag(bounded, true).
:- open('no_such_file', read, _).
:- close(no_such_stream).
:- no_such_predicate(1).
:- m:no_such_predicate(1).
:- assertz(atom_length(_, _)).
:- assertz((p :- 1)).
:- clause(atom_length(_, _), _).
:- X is 1 / 0, write(X).
:- X is log(0), write(X).
:- X is 1.0e300 * 1.0e300, write(X).
:- char_code(_, -1).
:- number_codes(_, "1x").
:- call((fail, 1)).
:- call(1).
:- throw(a_ball).
:- throw(_).
:- throw(error(an_error, a_context)).
:- throw(error(type_error(a_type, a_culprit), _)).
:- throw(error(existence_error(a_kind, a_culprit), context(a/1, 'more about it'))).
:- dynamic(foo).
:- use_module(library(no_such_library)).
:- use_module(library(lists), [no_such_export/1]).
:- initialization(no_such_goal).
:- initialization(fail).
static(1).
:- assertz(static(2)).
:- retract(static(1)).
:-
    true,
    atom_length(_, _).
member(X, Y) :- X = Y.
:- print_message(error, format("a message with ~w", [arguments])).
:- print_message(error, no_text_for_this(1)).
:- print_message(warning, no_text_for_this(1)).
END
"$HORN" -q errors.pl -t halt 2>&1
for goal in 'atom_length(_, _)' 'X is foo + 1' 'no_such_predicate(1)' 'throw(a_ball)' 'call((fail, 1))' 'fail' 'abort' 'm:p'; do
    "$HORN" -q -g "$goal" -t halt 2>&1
    echo "status $?"
done
"$HORN" -q 2>&1 <<'END'
atom_length(_, _).
no_such_predicate(1).
throw(a_ball).
X is 1 / 0.
X = .
X = 1.
END
