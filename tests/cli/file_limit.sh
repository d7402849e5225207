# When the system has no more open files, streams out of reach are closed first; those within reach are not.
ulimit -n 32
"$HORN" -q -g "open('/dev/null', read, Kept), forall(between(1, 2000, _), open('/dev/null', read, _)), peek_char(Kept, C), writeq(C), nl" -t halt 2>&1
cat >files.pl <<'E2'
kept(Open, Count) :-
    ( catch(open('/dev/null', read, Stream), error(resource_error(What), _), true), var(What) ->
        kept([Stream|Open], Count)
    ;   length(Open, Count),
        maplist(close, Open)
    ).
E2
"$HORN" -q files.pl -g "kept([], N), kept([], M), ( N == M, N > 20 -> write(all_kept) ; write(N-M) ), nl" -t halt 2>&1
"$HORN" -q files.pl -g "kept([], _), consult(files), write(loaded), nl" -t halt 2>&1
