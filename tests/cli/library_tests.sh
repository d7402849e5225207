# Every predicate that a library exports stands in a query of some test file, or in a clause that serves its queries.
cat >untested.pl <<'END'
:- dynamic(tested/2).

main :-
    getenv('TESTS', Tests),
    forall(member(Folder, [lib, ext, iso]), read_folder(Tests, Folder)),
    '$embedded_files'(Files),
    findall(Library-Name/Arity, ( member(File, Files), untested(File, Library, Name, Arity) ), Untested),
    forall(member(Library-PI, Untested), ( writeq(Library:PI), nl )),
    length(Untested, Count),
    write(Count), write(' predicates without a test'), nl.

read_folder(Tests, Folder) :-
    atomic_list_concat([Tests, '/', Folder], Path),
    directory_files(Path, Files),
    forall(( member(File, Files), atom_concat(_, '.pl', File) ),
           ( atomic_list_concat([Path, '/', File], Full), read_tests(Full) )).

read_tests(File) :-
    open(File, read, Stream),
    read_queries(Stream),
    close(Stream).

read_queries(Stream) :-
    catch(read(Stream, Term), error(syntax_error(_), _), Term = []),
    (   Term == end_of_file
    ->  true
    ;   note([Term]),
        read_queries(Stream)
    ).

% Every functor of a term; phrase/2,3 call one with two more arguments.
note([]).
note([Term|Terms]) :-
    (   callable(Term), acyclic_term(Term)
    ->  functor(Term, Name, Arity),
        (   tested(Name, Arity)
        ->  true
        ;   assertz(tested(Name, Arity))
        ),
        Term =.. [_|Arguments],
        append(Arguments, Terms, Terms1),
        note(Terms1)
    ;   note(Terms)
    ).

untested(File, Library, Name, Arity) :-
    atom_concat(Library, '.pl', File),
    Library \== untested,
    use_module(library(Library), []),
    atom_concat('library(', Library, Key0),
    atom_concat(Key0, ')', Key),
    system:'$loaded'(Key, _, _, Module, _),
    module_property(Module, exports(Exports)),
    member(Name/Arity, Exports),
    \+ tested(Name, Arity),
    RuleArity is Arity - 2,
    \+ tested(Name, RuleArity).

:- initialization(main, main).
END
"$HORN" untested.pl
