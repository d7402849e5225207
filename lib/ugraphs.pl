% SPDX-License-Identifier: MIT
%
% ugraphs.pl - directed graphs without weights.
%
% A graph is a list of Vertex-Neighbours, one for each vertex, in the standard order of the vertices; Neighbours is the ordered set of
% the vertices to which an edge leads. vertices_edges_to_ugraph/3 makes one. The predicates that build graphs also add the vertices
% in which edges end.

:- module(ugraphs, [
    vertices_edges_to_ugraph/3,
    vertices/2,
    edges/2,
    add_vertices/3,
    del_vertices/3,
    add_edges/3,
    del_edges/3,
    transpose_ugraph/2,
    neighbours/3,
    neighbors/3,
    complement/2,
    compose/3,
    top_sort/2,
    top_sort/3,
    ugraph_layers/2,
    transitive_closure/2,
    reachable/3,
    ugraph_union/3,
    connect_ugraph/3
]).

:- use_module(library(assoc), [get_assoc/3, list_to_assoc/2, ord_list_to_assoc/2, put_assoc/4]).
:- use_module(library(error), [must_be/2, instantiation_error/1]).
:- use_module(library(ordsets), [ord_subtract/3, ord_union/2, ord_union/3]).
:- use_module(library(pairs), [pairs_keys/2, transpose_pairs/2]).

%! vertices_edges_to_ugraph(+Vertices, +Edges, -Graph) is det.
%  Graph has the Vertices and the From-To pairs of Edges, with the vertices that these name.
vertices_edges_to_ugraph(Vertices, Edges, Graph) :-
    must_be(list, Vertices),
    must_be(list, Edges),
    check_edges(Edges),
    sort(Edges, SortedEdges),
    edge_ends(SortedEdges, Ends, Vertices),
    sort(Ends, SortedVertices),
    join_edges(SortedVertices, SortedEdges, Graph).

check_edges([]).
check_edges([Edge|Edges]) :-
    must_be(pair, Edge),
    check_edges(Edges).

edge_ends([], Rest, Rest).
edge_ends([From-To|Edges], [From, To|Ends], Rest) :-
    edge_ends(Edges, Ends, Rest).

% Gives each vertex the ends of its edges. Both lists are sorted.
join_edges([], _, []).
join_edges([Vertex|Vertices], Edges, [Vertex-Neighbours|Graph]) :-
    edges_from(Edges, Vertex, Neighbours, Rest),
    join_edges(Vertices, Rest, Graph).

edges_from([From-To|Edges], Vertex, Neighbours, Rest) :-
    (   From == Vertex
    ->  Neighbours = [To|Neighbours1],
        edges_from(Edges, Vertex, Neighbours1, Rest)
    ;   Neighbours = [],
        Rest = [From-To|Edges]
    ).
edges_from([], _, [], []).

%! vertices(+Graph, -Vertices) is det.
%  All vertices, in order.
vertices(Graph, Vertices) :-
    pairs_keys(Graph, Vertices).

%! edges(+Graph, -Edges) is det.
%  Edges holds From-To for every edge, sorted.
edges(Graph, Edges) :-
    edges_onto(Graph, Edges).

edges_onto([], []).
edges_onto([Vertex-Neighbours|Graph], Edges) :-
    pair_each(Neighbours, Vertex, Edges, Rest),
    edges_onto(Graph, Rest).

pair_each([], _, Rest, Rest).
pair_each([To|Tos], From, [From-To|Edges], Rest) :-
    pair_each(Tos, From, Edges, Rest).

%! add_vertices(+Graph0, +Vertices, -Graph) is det.
%  Graph is Graph0 with the Vertices that it lacks.
add_vertices(Graph0, Vertices, Graph) :-
    sort(Vertices, Sorted),
    without_edges(Sorted, Graph1),
    ugraph_union(Graph0, Graph1, Graph).

without_edges([], []).
without_edges([Vertex|Vertices], [Vertex-[]|Graph]) :-
    without_edges(Vertices, Graph).

%! del_vertices(+Graph0, +Vertices, -Graph) is det.
%  Graph is Graph0 without the Vertices and all edges from or to them.
del_vertices(Graph0, Vertices, Graph) :-
    sort(Vertices, Sorted),
    drop_vertices(Graph0, Sorted, Sorted, Graph).

drop_vertices([], _, _, []).
drop_vertices([Vertex-Neighbours|Graph0], Left0, All, Graph) :-
    skip_smaller(Left0, Vertex, Left),
    (   Left = [First|_],
        First == Vertex
    ->  Graph = Graph1
    ;   ord_subtract(Neighbours, All, Neighbours1),
        Graph = [Vertex-Neighbours1|Graph1]
    ),
    drop_vertices(Graph0, Left, All, Graph1).

skip_smaller([X|Xs], Y, Rest) :-
    (   X @< Y
    ->  skip_smaller(Xs, Y, Rest)
    ;   Rest = [X|Xs]
    ).
skip_smaller([], _, []).

%! add_edges(+Graph0, +Edges, -Graph) is det.
%  Graph is Graph0 with the From-To pairs of Edges, and with their vertices.
add_edges(Graph0, Edges, Graph) :-
    vertices_edges_to_ugraph([], Edges, Graph1),
    ugraph_union(Graph0, Graph1, Graph).

%! del_edges(+Graph0, +Edges, -Graph) is det.
%  Graph is Graph0 without the From-To pairs of Edges; all vertices stay.
del_edges(Graph0, Edges, Graph) :-
    vertices_edges_to_ugraph([], Edges, Gone),
    subtract_edges(Graph0, Gone, Graph).

subtract_edges([], _, []).
subtract_edges([Vertex-Neighbours0|Graph0], Gone, [Vertex-Neighbours|Graph]) :-
    gone_from(Gone, Vertex, Ends, Gone1),
    ord_subtract(Neighbours0, Ends, Neighbours),
    subtract_edges(Graph0, Gone1, Graph).

gone_from([From-Ends0|Gone], Vertex, Ends, Rest) :-
    compare(Order, From, Vertex),
    (   Order = (<)
    ->  gone_from(Gone, Vertex, Ends, Rest)
    ;   Order = (=)
    ->  Ends = Ends0,
        Rest = Gone
    ;   Ends = [],
        Rest = [From-Ends0|Gone]
    ).
gone_from([], _, [], []).

%! transpose_ugraph(+Graph, -Transposed) is det.
%  Transposed has an edge To-From for each From-To of Graph, and the same vertices.
transpose_ugraph(Graph, Transposed) :-
    edges(Graph, Edges),
    vertices(Graph, Vertices),
    transpose_pairs(Edges, Flipped0),
    sort(Flipped0, Flipped),
    edge_ends(Flipped, Ends, Vertices),
    sort(Ends, SortedVertices),
    join_edges(SortedVertices, Flipped, Transposed).

%! neighbours(+Vertex, +Graph, -Neighbours) is semidet.
%! neighbors(+Vertex, +Graph, -Neighbours) is semidet.
%  Neighbours are the vertices to which an edge leads from Vertex; fails unless Vertex is in Graph.
neighbours(Vertex, Graph, Neighbours) :-
    must_be(list, Graph),
    neighbours_in(Graph, Vertex, Neighbours).

neighbors(Vertex, Graph, Neighbours) :-
    must_be(list, Graph),
    neighbours_in(Graph, Vertex, Neighbours).

neighbours_in([Vertex0-Neighbours0|Graph], Vertex, Neighbours) :-
    (   Vertex0 == Vertex
    ->  Neighbours = Neighbours0
    ;   neighbours_in(Graph, Vertex, Neighbours)
    ).

%! complement(+Graph, -Complement) is det.
%  Complement has the vertices of Graph and an edge between two different ones where Graph has none.
complement(Graph, Complement) :-
    vertices(Graph, Vertices),
    complement_each(Graph, Vertices, Complement).

complement_each([], _, []).
complement_each([Vertex-Neighbours0|Graph], Vertices, [Vertex-Neighbours|Complement]) :-
    ord_union(Neighbours0, [Vertex], Others),
    ord_subtract(Vertices, Others, Neighbours),
    complement_each(Graph, Vertices, Complement).

%! compose(+Left, +Right, -Composition) is det.
%  Composition has an edge A-C for each A-B of Left and B-C of Right, and the vertices of both.
compose(Left, Right, Composition) :-
    must_be(list, Left),
    must_be(list, Right),
    vertices(Left, LeftVertices),
    vertices(Right, RightVertices),
    ord_union(LeftVertices, RightVertices, Vertices),
    list_to_assoc(Right, Map),
    compose_each(Vertices, Left, Map, Composition).

compose_each([], _, _, []).
compose_each([Vertex|Vertices], Left, Map, [Vertex-Ends|Composition]) :-
    (   Left = [Vertex0-Neighbours|Left1],
        Vertex0 == Vertex
    ->  ends_of_all(Neighbours, Map, Sets),
        ord_union(Sets, Ends)
    ;   Left1 = Left,
        Ends = []
    ),
    compose_each(Vertices, Left1, Map, Composition).

ends_of_all([], _, []).
ends_of_all([Vertex|Vertices], Map, Sets) :-
    (   get_assoc(Vertex, Map, Ends)
    ->  Sets = [Ends|Sets1]
    ;   Sets = Sets1
    ),
    ends_of_all(Vertices, Map, Sets1).

%! ugraph_union(+Graph1, +Graph2, -Union) is det.
%  Union has the vertices and edges of both.
ugraph_union([], Graph, Graph).
ugraph_union([Entry|Graph1], Graph2, Union) :-
    union_with(Graph2, Entry, Graph1, Union).

union_with([], Entry, Graph1, [Entry|Graph1]).
union_with([Vertex2-Ends2|Graph2], Vertex1-Ends1, Graph1, Union) :-
    compare(Order, Vertex1, Vertex2),
    union_by_order(Order, Vertex1, Ends1, Graph1, Vertex2, Ends2, Graph2, Union).

union_by_order(=, Vertex, Ends1, Graph1, _, Ends2, Graph2, [Vertex-Ends|Union]) :-
    ord_union(Ends1, Ends2, Ends),
    ugraph_union(Graph1, Graph2, Union).
union_by_order(<, Vertex1, Ends1, Graph1, Vertex2, Ends2, Graph2, [Vertex1-Ends1|Union]) :-
    union_with(Graph1, Vertex2-Ends2, Graph2, Union).
union_by_order(>, Vertex1, Ends1, Graph1, Vertex2, Ends2, Graph2, [Vertex2-Ends2|Union]) :-
    union_with(Graph2, Vertex1-Ends1, Graph1, Union).

%! connect_ugraph(+Graph0, -Start, -Graph) is det.
%  Graph is Graph0 with one new vertex Start, which comes before all others, and an edge from it to each of them.
connect_ugraph([], 0, []) :-
    !.
connect_ugraph(Graph0, Start, [Start-Vertices|Graph0]) :-
    vertices(Graph0, Vertices),
    Vertices = [First|_],
    before(First, Start).

% A term that comes before Term in the standard order; only a variable has none.
before(Term, Before) :-
    (   var(Term)
    ->  instantiation_error(Term)
    ;   number(Term)
    ->  Before is Term - 1
    ;   Before = 0
    ).

% --- Ways through a graph -------------------------------------------------------------------------------------------

%! reachable(+Vertex, +Graph, -Reachable) is semidet.
%  Reachable is the ordered set of Vertex and all vertices that a way leads to from it; fails unless Vertex is in Graph.
reachable(Vertex, Graph, Reachable) :-
    ord_list_to_assoc(Graph, Map),
    get_assoc(Vertex, Map, _),
    reach([Vertex], [], Map, Reachable).

% Level by level: the ends of the newest vertices that were not met before are next.
reach([], Met, _, Met).
reach([Vertex|Vertices], Met0, Map, Met) :-
    ord_union([Vertex|Vertices], Met0, Met1),
    ends_of_all([Vertex|Vertices], Map, Sets),
    ord_union(Sets, Ends),
    ord_subtract(Ends, Met1, Next),
    reach(Next, Met1, Map, Met).

%! transitive_closure(+Graph, -Closure) is det.
%  Closure has an edge From-To where a way of one or more edges leads from From to To in Graph.
transitive_closure(Graph, Closure) :-
    ord_list_to_assoc(Graph, Map),
    close_each(Graph, Map, Closure).

close_each([], _, []).
close_each([Vertex-Neighbours|Graph], Map, [Vertex-Reachable|Closure]) :-
    reach(Neighbours, [], Map, Reachable),
    close_each(Graph, Map, Closure).

%! top_sort(+Graph, -Sorted) is semidet.
%  Sorted holds the vertices such that every edge leads to a later one; fails if Graph has a cycle.
top_sort(Graph, Sorted) :-
    top_sort(Graph, [], Sorted0),
    Sorted = Sorted0.

%! top_sort(+Graph, ?Tail, -Sorted) is semidet.
%  The same, and the list ends in Tail.
top_sort(Graph, Tail, Sorted) :-
    vertices_edges_counted(Graph, Counts, Map),
    without_incoming(Graph, Counts, Ready),
    length(Graph, Left),
    take_ready(Ready, Counts, Map, Left, Sorted0, Tail),
    Sorted = Sorted0.

% Counts maps each vertex to how many edges lead to it, Map to its neighbours.
vertices_edges_counted(Graph, Counts, Map) :-
    ord_list_to_assoc(Graph, Map),
    all_targets(Graph, Targets, []),
    msort(Targets, Sorted),
    count_runs(Graph, Sorted, Pairs),
    ord_list_to_assoc(Pairs, Counts).

all_targets([], Rest, Rest).
all_targets([_-Ends|Graph], Targets, Rest) :-
    put_all(Ends, Targets, Targets1),
    all_targets(Graph, Targets1, Rest).

put_all([], Rest, Rest).
put_all([X|Xs], [X|Ys], Rest) :-
    put_all(Xs, Ys, Rest).

% Targets that are no vertices are left out.
count_runs([], _, []).
count_runs([Vertex-_|Graph], Targets0, [Vertex-Count|Pairs]) :-
    skip_smaller(Targets0, Vertex, Targets1),
    count_same(Targets1, Vertex, 0, Count, Targets),
    count_runs(Graph, Targets, Pairs).

count_same([X|Xs], Vertex, Count0, Count, Rest) :-
    (   X == Vertex
    ->  Count1 is Count0 + 1,
        count_same(Xs, Vertex, Count1, Count, Rest)
    ;   Count = Count0,
        Rest = [X|Xs]
    ).
count_same([], _, Count, Count, []).

without_incoming([], _, []).
without_incoming([Vertex-_|Graph], Counts, Ready) :-
    (   get_assoc(Vertex, Counts, 0)
    ->  Ready = [Vertex|Ready1]
    ;   Ready = Ready1
    ),
    without_incoming(Graph, Counts, Ready1).

take_ready([], _, _, 0, Tail, Tail).
take_ready([Vertex|Ready0], Counts0, Map, Left0, [Vertex|Sorted], Tail) :-
    get_assoc(Vertex, Map, Ends),
    count_down(Ends, Counts0, Counts, Ready0, Ready),
    Left is Left0 - 1,
    take_ready(Ready, Counts, Map, Left, Sorted, Tail).

count_down([], Counts, Counts, Ready, Ready).
count_down([Vertex|Vertices], Counts0, Counts, Ready0, Ready) :-
    (   get_assoc(Vertex, Counts0, Count0)
    ->  Count is Count0 - 1,
        put_assoc(Vertex, Counts0, Count, Counts1),
        (   Count =:= 0
        ->  Ready1 = [Vertex|Ready0]
        ;   Ready1 = Ready0
        )
    ;   Counts1 = Counts0,
        Ready1 = Ready0
    ),
    count_down(Vertices, Counts1, Counts, Ready1, Ready).

%! ugraph_layers(+Graph, -Layers) is semidet.
%  Layers is a list of lists of vertices: each vertex is in the first list that comes after those of all vertices from which an
%  edge leads to it. Fails if Graph has a cycle.
ugraph_layers(Graph, Layers) :-
    vertices_edges_counted(Graph, Counts, Map),
    without_incoming(Graph, Counts, First),
    length(Graph, Left),
    take_layers(First, Counts, Map, Left, Layers0),
    Layers = Layers0.

take_layers([], _, _, 0, []).
take_layers([Vertex|Vertices], Counts0, Map, Left0, [Layer|Layers]) :-
    sort([Vertex|Vertices], Layer),
    take_layer(Layer, Counts0, Counts, Map, Left0, Left, [], Next),
    take_layers(Next, Counts, Map, Left, Layers).

take_layer([], Counts, Counts, _, Left, Left, Next, Next).
take_layer([Vertex|Vertices], Counts0, Counts, Map, Left0, Left, Next0, Next) :-
    get_assoc(Vertex, Map, Ends),
    count_down(Ends, Counts0, Counts1, Next0, Next1),
    Left1 is Left0 - 1,
    take_layer(Vertices, Counts1, Counts, Map, Left1, Left, Next1, Next).
