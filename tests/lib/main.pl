% SPDX-License-Identifier: MIT
% Tests of library(main). Programs as commands, and how they end, are in tests/cli/options.sh.

:- use_module(library(main)).

main(Arguments) :-
    length(Arguments, Length),
    Length > 0,
    write(called).

typed(Arguments, Positional, Options) :-
    argv_options(typed:Arguments, Positional, Options, []).

typed:opt_type(v, verbose, boolean).
typed:opt_type(verbose, verbose, boolean).
typed:opt_type(quiet_mode, quiet, boolean(false)).
typed:opt_type(n, count, integer).
typed:opt_type(count, count, integer).
typed:opt_type(size, size, nonneg).
typed:opt_type(level, level, natural).
typed:opt_type(ratio, ratio, float).
typed:opt_type(number, number, number).
typed:opt_type(month, month, between(1, 12)).
typed:opt_type(part, part, between(0.0, 1.0)).
typed:opt_type(name, name, atom).
typed:opt_type(text, text, string).
typed:opt_type(mode, mode, oneof([fast,slow])).
typed:opt_type(f, file, file).
typed:opt_type(input, input, file(read)).
typed:opt_type(term, term, term).
typed:opt_type(names, names, term([variable_names(_)])).
typed:opt_type(either, either, (integer|atom)).
typed:opt_help(verbose, 'Say more').
typed:opt_help(help(header), 'A program').
typed:opt_help(help(footer), 'The end').
typed:opt_help(help(usage), ' FILE').
typed:opt_meta(count, 'N').

% --- main

?- main.
   true, outputs "called".

% --- Without opt_type/3

?- argv_options(['--name=value',x,'--count=3','--verbose','--no-color','--max-depth=1.5','--',y,'--z'], P, O).
   P = [x,y,'--z'], O = [name(value),count(3),verbose(true),color(false),max_depth(1.5)], det.
?- argv_options([], P, O).
   P = [], O = [], det.
?- argv_options(['-v',-], P, O).
   P = ['-v',-], O = [], det.
?- argv_options(['--a=b=c'], P, O).
   P = [], O = [a('b=c')], det.
?- argv_options(_, _, _).
   error(instantiation_error, _).
?- argv_options(foo, _, _).
   error(type_error(list, foo), _).

% --- With opt_type/3

?- typed(['-vn5','--count','7',x,'--no-verbose','--',y,'-v'], P, O).
   P = [x,y,'-v'], O = [verbose(true),count(5),count(7),verbose(false)], det.
?- typed(['--quiet-mode','--noquiet_mode','--verbose=off','--verbose=TRUE'], P, O).
   P = [], O = [quiet(false),quiet(true),verbose(false),verbose(true)], det.
?- typed(['-n','-3',-], P, O).
   P = [-], O = [count(-3)], det.
?- typed(['--size=0','--level=1','--ratio=2','--number=2','--month=12','--part=0.5'], P, O).
   P = [], O = [size(0),level(1),ratio(2.0),number(2),month(12),part(0.5)], det.
?- typed(['--name=3','--mode=slow','-fx','--term=f(a)','--either=3','--either=x'], P, O).
   P = [], O = [name('3'),mode(slow),file(x),term(f(a)),either(3),either(x)], det.
?- typed(['--text=ab'], _, [text(S)]), string(S), atom_string(A, S).
   check(string(S)), A = ab, det.
?- typed(['--names=f(X,Y)'], _, [names(T-Ns)]).
   T = f(X,Y), Ns = ['X' = X, 'Y' = Y], det.
?- typed(['--input=-'], _, O).
   O = [input(-)], det.
?- typed(['--foo'], _, _).
   error(opt_error(unknown_option(typed:foo)), _).
?- typed(['--foo=1'], _, _).
   error(opt_error(unknown_option(typed:foo)), _).
?- typed(['-z'], _, _).
   error(opt_error(unknown_option(typed:z)), _).
?- typed(['--count'], _, _).
   error(opt_error(missing_value(count, integer)), _).
?- typed(['-n'], _, _).
   error(opt_error(missing_value(n, integer)), _).
?- typed(['--count=x'], _, _).
   error(opt_error(value_type(count, integer, x)), _).
?- typed(['--size=-1'], _, _).
   error(opt_error(value_type(size, nonneg, '-1')), _).
?- typed(['--level=0'], _, _).
   error(opt_error(value_type(level, natural, '0')), _).
?- typed(['--month=13'], _, _).
   error(opt_error(value_type(month, between(1, 12), '13')), _).
?- typed(['--month=1.0'], _, _).
   error(opt_error(value_type(month, between(1, 12), '1.0')), _).
?- typed(['--mode=medium'], _, _).
   error(opt_error(value_type(mode, oneof([fast,slow]), medium)), _).
?- typed(['--verbose=maybe'], _, _).
   error(opt_error(value_type(verbose, boolean, maybe)), _).
?- typed(['--term=f('], _, _).
   error(opt_error(value_type(term, term, 'f(')), _).
?- typed(['--input=/nonexistent/file'], _, _).
   error(opt_error(access_file('/nonexistent/file', read)), _).
?- argv_options(typed:['-v',x,'-v'], P, O, [options_after_arguments(false)]).
   P = [x,'-v'], O = [verbose(true)], det.
?- argv_options(typed:['-v',x,'-v'], P, O, [options_after_arguments(true)]).
   P = [x], O = [verbose(true),verbose(true)], det.

% --- Messages go to user_error

?- argv_usage(typed:silent).
   true, det.

% --- cli_parse_debug_options

?- cli_parse_debug_options([debug('topic(x)'),other(1)], O), debugging(topic(x)).
   O = [other(1)].
?- cli_parse_debug_options([], O).
   O = [], det.
