% SPDX-License-Identifier: MIT
%
% backtrace.pl - where an error happened: the goals that were running, with their places in the files.
%
% The machine notes which goals of which clauses were running when an error unwinds to catch_with_backtrace/3: '$backtrace'(Frames), where Frames is a list of
% frame(Module:PI, File, Line, Number, Goal), innermost first (vm/backtrace.h). A clause knows the line on which it begins and no more. The place of
% a goal is looked for in the file, which is read again from that line on; if the file has changed meanwhile there is none.

:- module(system, []).

%! catch_with_backtrace(:Goal, ?Ball, :Recovery) is nondet.
%  Like catch/3. What an error(Formal, Context) leaves open of its Context is bound to what says where it happened, and print_message/2 shows it.
catch_with_backtrace(Goal, Ball, Recovery) :-
    catch(Goal, Ball, '$with_backtrace'(Ball, Recovery)).

:- meta_predicate(catch_with_backtrace(0, ?, 0)).

'$with_backtrace'(Ball, Recovery) :-
    (   nonvar(Ball),
        Ball = error(_, Context),
        '$context_hole'(Context, Hole)
    ->  '$backtrace'(Hole)
    ;   true
    ),
    call(Recovery).

'$context_hole'(Context, Frames) :-
    (   var(Context)
    ->  Context = context(_, backtrace(Frames))
    ;   Context = context(_, Detail),
        var(Detail)
    ->  Detail = backtrace(Frames)
    ).

% As catch/3, but Recovery finds in Frames where the ball came from; [] when it is no error(_, _).
'$catch_traced'(Goal, Ball, Frames, Recovery) :-
    '$forget_backtrace',
    catch(Goal, Ball, '$with_backtrace'(none, ( '$backtrace'(Frames), Recovery ))).

%! '$frame_places'(+Frames, -Places) is det.
%  Places are place(Module:PI, File, Line, Column), with File = [] where nothing is known and Column = 0 where only the clause is.
'$frame_places'([], []).
'$frame_places'([Frame|Frames], [Place|Places]) :-
    '$frame_place'(Frame, Place),
    '$frame_places'(Frames, Places).

'$frame_place'(frame(PI, File, Line, Number, Goal), Place) :-
    (   File == []
    ->  Place = place(PI, [], 0, 0)
    ;   Number > 0,
        catch('$goal_place'(PI, File, Line, Number, Goal, GoalLine, Column), _, fail)
    ->  Place = place(PI, File, GoalLine, Column)
    ;   Place = place(PI, File, Line, 0)
    ).

'$goal_place'(PI, File, Line, Number, Goal, GoalLine, Column) :-
    PI = Module:_,
    (   '$loaded'(File, _, Time, _, _),
        Time \== loading
    ->  '$file_info'(File, file, Time)
    ;   true
    ),
    setup_call_cleanup(open(File, read, Stream),
                       '$find_goal'(Stream, Module, PI, Line, Number, Goal, GoalLine, Column),
                       close(Stream)).

'$find_goal'(Stream, Module, PI, Line, Number, Goal, GoalLine, Column) :-
    '$skip_lines'(Line, Stream),
    '$read_clause_at'(Stream, Module, PI, Line, Body, BodyPosition, Start),
    '$nth_goal'(Body, BodyPosition, 0, _, Number, found(Found, From)),
    !,
    '$goal_indicator'(Found, Goal),
    '$place_of'(Stream, Start, From, GoalLine, Column).

'$skip_lines'(Line, Stream) :-
    (   Line > 1
    ->  skip(Stream, 0'\n),
        Line1 is Line - 1,
        '$skip_lines'(Line1, Stream)
    ;   true
    ).

% The clause of the predicate PI that begins on the line where the stream stands.
'$read_clause_at'(Stream, Module, PI, Line, Body, BodyPosition, Start) :-
    read_term(Stream, Term, [module(Module), subterm_positions(Position), term_position(Start0), syntax_errors(quiet)]),
    Start0 = '$stream_position'(_, Line0, _, _),
    Line0 =:= Line,
    (   Term = (Head :- Body0),
        '$head_indicator'(Head, Module, PI),
        Position = term_position(_, _, _, _, [_, BodyPosition0])
    ->  Body = Body0,
        BodyPosition = BodyPosition0,
        Start = Start0
    ;   '$read_clause_at'(Stream, Module, PI, Line, Body, BodyPosition, Start)
    ).

'$head_indicator'(Head, Module, PI) :-
    callable(Head),
    (   Head = Inner:Plain
    ->  '$head_indicator'(Plain, Inner, PI)
    ;   functor(Head, Name, Arity),
        PI = Module:Name/Arity
    ).

'$goal_indicator'(Goal, Name/Arity) :-
    (   var(Goal)
    ->  Name = call,
        Arity = 1
    ;   functor(Goal, Name, Arity)
    ).

% The Wanted-th goal of a body, counting from N0 + 1; those in control constructs count, the constructs do not.
'$nth_goal'(Goal, Position, N0, N, Wanted, Found) :-
    (   nonvar(Position),
        Position = parentheses_term_position(_, _, Inner)
    ->  '$nth_goal'(Goal, Inner, N0, N, Wanted, Found)
    ;   '$construct_parts'(Goal, Position, Parts)
    ->  '$nth_of_parts'(Parts, N0, N, Wanted, Found)
    ;   N is N0 + 1,
        (   N =:= Wanted
        ->  arg(1, Position, From),
            Found = found(Goal, From)
        ;   true
        )
    ).

'$nth_of_parts'([], N, N, _, _).
'$nth_of_parts'([Goal-Position|Parts], N0, N, Wanted, Found) :-
    '$nth_goal'(Goal, Position, N0, N1, Wanted, Found),
    '$nth_of_parts'(Parts, N1, N, Wanted, Found).

'$construct_parts'(Goal, Position, Parts) :-
    nonvar(Goal),
    Position = term_position(_, _, _, _, Positions),
    '$construct'(Goal, Goals),
    '$paired'(Goals, Positions, Parts).

'$construct'((A, B), [A, B]).
'$construct'((A ; B), [A, B]).
'$construct'((A -> B), [A, B]).
'$construct'((A *-> B), [A, B]).
'$construct'(\+ A, [A]).
'$construct'(_:Goal, [Goal]) :-
    nonvar(Goal),
    '$construct'(Goal, _).

'$paired'([A], Positions, [A-Position]) :-
    !,
    '$last_of'(Positions, Position).
'$paired'([A, B], [P, Q], [A-P, B-Q]).

'$last_of'([Position], Position) :-
    !.
'$last_of'([_|Positions], Position) :-
    '$last_of'(Positions, Position).

% Line and column, from 1, of the character number From of a stream that stands behind it; Start is a position before it.
'$place_of'(Stream, Start, From, Line, Column) :-
    set_stream_position(Stream, Start),
    Start = '$stream_position'(Before, _, _, _),
    Count is From - Before,
    '$skip_characters'(Count, Stream),
    line_count(Stream, Line),
    line_position(Stream, Column0),
    Column is Column0 + 1.

'$skip_characters'(Count, Stream) :-
    (   Count > 0
    ->  get_char(Stream, _),
        Count1 is Count - 1,
        '$skip_characters'(Count1, Stream)
    ;   true
    ).
