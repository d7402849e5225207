% SPDX-License-Identifier: MIT
%
% trains_facts.pl - a small timetable: train(Number, From, To, Departure, Arrival), times as Hour:Minute.

train(101, leuven, brussels, 7:05, 7:31).
train(102, leuven, liege, 7:12, 7:58).
train(103, leuven, brussels, 8:05, 8:31).
train(104, leuven, hasselt, 7:40, 8:29).
train(201, brussels, ghent, 7:40, 8:14).
train(202, brussels, antwerp, 7:35, 8:19).
train(203, brussels, namur, 8:03, 9:02).
train(204, brussels, mons, 7:58, 8:51).
train(205, brussels, ghent, 8:40, 9:14).
train(206, brussels, tournai, 8:36, 9:48).
train(301, ghent, bruges, 8:21, 8:46).
train(302, ghent, kortrijk, 8:25, 8:51).
train(303, ghent, bruges, 9:21, 9:46).
train(304, ghent, antwerp, 8:32, 9:28).
train(401, liege, verviers, 8:10, 8:31).
train(402, liege, namur, 8:07, 8:52).
train(403, liege, maastricht, 8:15, 8:47).
train(501, bruges, ostend, 8:52, 9:06).
train(502, bruges, ostend, 9:52, 10:06).
train(601, antwerp, mechelen, 8:30, 8:47).
train(602, antwerp, essen, 8:41, 9:13).
train(701, namur, dinant, 9:10, 9:39).
train(702, namur, arlon, 9:15, 10:52).
train(801, kortrijk, tournai, 9:04, 9:36).
