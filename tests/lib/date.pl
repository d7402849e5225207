% SPDX-License-Identifier: MIT
% Tests of library(date). Local time is made that of Berlin by the environment variable TZ.

:- use_module(library(date)).

berlin(Goal) :-
    (   getenv('TZ', Old)
    ->  true
    ;   Old = none
    ),
    setenv('TZ', 'CET-1CEST,M3.5.0,M10.5.0/3'),
    (   catch(Goal, Error, true)
    ->  true
    ;   Error = failed
    ),
    (   Old == none
    ->  unsetenv('TZ')
    ;   setenv('TZ', Old)
    ),
    (   var(Error)
    ->  true
    ;   Error == failed
    ->  fail
    ;   throw(Error)
    ).

shown(Format, Date, Text) :-
    format_time(atom(Text), Format, Date).

% stamp_date_time/3
?- stamp_date_time(0, D, 'UTC').
   D = date(1970, 1, 1, 0, 0, 0.0, 0, 'UTC', -), det.
?- stamp_date_time(0, D, 3600).
   D = date(1969, 12, 31, 23, 0, 0.0, 3600, -, -).
?- stamp_date_time(1.5, D, -19800).
   D = date(1970, 1, 1, 5, 30, 1.5, -19800, -, -).
?- stamp_date_time(-1, D, 'UTC').
   D = date(1969, 12, 31, 23, 59, 59.0, 0, 'UTC', -).
?- stamp_date_time(-0.25, D, 'UTC').
   D = date(1969, 12, 31, 23, 59, 59.75, 0, 'UTC', -).
?- stamp_date_time(951782400, D, 'UTC').
   D = date(2000, 2, 29, 0, 0, 0.0, 0, 'UTC', -).
?- stamp_date_time(-62135596801, D, 'UTC').
   D = date(0, 12, 31, 23, 59, 59.0, 0, 'UTC', -).
?- stamp_date_time(1000000000000, D, 'UTC').
   D = date(33658, 9, 27, 1, 46, 40.0, 0, 'UTC', -).
?- berlin(stamp_date_time(1719835200, D, local)).
   D = date(2024, 7, 1, 14, 0, 0.0, -7200, 'CEST', true).
?- berlin(stamp_date_time(1704110400, D, Z)).
   D = date(2024, 1, 1, 13, 0, 0.0, -3600, 'CET', false), Z = local.
?- stamp_date_time(_, _, 'UTC').
   error(instantiation_error, _).
?- stamp_date_time(a, _, 'UTC').
   error(type_error(number, a), _).
?- stamp_date_time(0, _, foo).
   error(domain_error(timezone, foo), _).

% date_time_stamp/2
?- date_time_stamp(date(1970, 1, 1, 0, 0, 0, 0, -, -), S).
   S = 0.0, det.
?- date_time_stamp(date(2006, 7, 214, 0, 0, 0, 0, -, -), S).
   S = 1170115200.0.
?- date_time_stamp(date(2024, 14, 5, 25, 61, 61.5, 0, -, -), S).
   S = 1738807321.5.
?- date_time_stamp(date(2024, -1, 5, 0, 0, 0, 0, -, -), S).
   S = 1699142400.0.
?- date_time_stamp(date(2024, 7, 1, 14, 0, 0, -7200, 'CEST', true), S).
   S = 1719835200.0.
?- berlin(date_time_stamp(date(2006, 7, 14, 0, 0, 0, O, Z, T), S)).
   O = -7200, Z = 'CEST', T = true, S = 1152828000.0.
?- berlin(date_time_stamp(date(2006, 7, 14), S)).
   S = 1152828000.0.
?- test_size(2000, _N), \+ ( between(0, _N, I), _T is I * 86399 * 37 - 40000000000, stamp_date_time(_T, _D, 'UTC'), \+ ( date_time_stamp(_D, _S), _S =:= _T ) ).
   true.
?- date_time_stamp(_, _).
   error(instantiation_error, _).
?- date_time_stamp(foo, _).
   error(type_error(time, foo), _).
?- date_time_stamp(date(2024, _, 1), _).
   error(instantiation_error, _).
?- date_time_stamp(date(2024, a, 1), _).
   error(type_error(integer, a), _).

% date_time_value/3
?- findall(K-V, date_time_value(K, date(2006, 7, 14, 1, 2, 3.0, 0, 'UTC', -), V), Vs).
   Vs = [year-2006, month-7, day-14, hour-1, minute-2, second-3.0, utc_offset-0, time_zone-'UTC', date-date(2006, 7, 14), time-time(1, 2, 3.0)].
?- date_time_value(month, date(2006, 7, 14), M).
   M = 7, det.
?- date_time_value(hour, date(2006, 7, 14), _).
   false.

% days
?- findall(D, (member(Day, [26, 27, 28, 29]), day_of_the_week(date(2024, 2, Day), D)), Ds).
   Ds = [1, 2, 3, 4].
?- day_of_the_week(date(1600, 1, 1), D).
   D = 6.
?- day_of_the_year(date(2024, 12, 31), A), day_of_the_year(date(2023, 12, 31), B), day_of_the_year(date(2024, 1, 1), C).
   A = 366, B = 365, C = 1.
?- week_ordinal(2006, 49, 5, D), week_ordinal(2009, 1, 1, E).
   D = 342, E = -2.
?- day_of_the_week(foo, _).
   error(type_error(date, foo), _).

% format_time/3
?- shown('%a, %d %b %Y %H:%M:%S', date(2009, 2, 13, 23, 31, 30.56789, 0, 'UTC', -), T).
   T = 'Fri, 13 Feb 2009 23:31:30'.
?- shown('%3f %f %1f %9f', date(2009, 2, 13, 23, 31, 30.56789, 0, 'UTC', -), T).
   T = '568 567890 6 567890000'.
?- shown('%3f %0f', date(2009, 2, 13, 23, 31, 30.9999, 0, 'UTC', -), T).
   T = '999 '.
?- shown('%e|%j|%k|%l|%I|%u|%w|%C|%y|%G|%g', date(2024, 3, 5, 1, 2, 3, -3600, 'CET', false), T).
   T = ' 5|065| 1| 1|01|2|2|20|24|2024|24'.
?- shown('%D %F %T %R %r %x %X', date(2024, 3, 5, 13, 2, 3, -3600, 'CET', false), T).
   T = '03/05/24 2024-03-05 13:02:03 13:02 01:02:03 PM 03/05/24 13:02:03'.
?- shown('%p %P %l', date(2024, 3, 5, 12, 0, 0, 0, -, -), T), shown('%p %P %l', date(2024, 3, 5, 0, 0, 0, 0, -, -), U).
   T = 'PM pm 12', U = 'AM am 12'.
?- shown('%c|%+|%A|%B|%h', date(2024, 3, 5, 1, 2, 3, -3600, 'CET', false), T).
   T = 'Tue Mar  5 01:02:03 2024|Tue Mar  5 01:02:03 2024|Tuesday|March|Mar'.
?- shown('%z %:z %Z', date(2024, 3, 5, 1, 2, 3, -3600, 'CET', false), T), shown('%z %:z %Z', date(2024, 3, 5, 1, 2, 3, 12600, -, -), U).
   T = '+0100 +01:00 CET', U = '-0330 -03:30 -0330'.
?- shown('%s', date(1970, 1, 2, 0, 0, 0.5, 0, -, -), T).
   T = '86400'.
?- shown('100%% %Ey %Od%n%t|', date(2024, 3, 5), T).
   T = '100% 24 05\n\t|'.
?- findall(T, (member(Y-M-D, [2006-1-1, 2008-12-31, 2010-1-3, 2012-1-1, 2024-12-30]), shown('%U %W %V %G %u %j', date(Y, M, D), T)), Ts).
   Ts = ['01 00 52 2005 7 001', '52 52 01 2009 3 366', '01 00 53 2009 7 003', '01 00 52 2011 7 001', '52 53 01 2025 1 365'].
?- berlin(shown('%FT%T%:z', 1719835200.25, T)).
   T = '2024-07-01T14:00:00+02:00'.
?- format_time(codes(Cs), "%y", date(2024, 1, 1)), current_output(_S), format_time(_S, '%m', date(2024, 1, 1)).
   Cs = [0'2, 0'4], outputs "01".
?- format_time(atom(T), '%B', date(2024, 5, 1), posix).
   T = 'May'.
?- shown('%q', 0, _).
   error(existence_error(format, '%q'), _).
?- shown('%', 0, _).
   error(existence_error(format, '%'), _).
?- shown(x, foo, _).
   error(type_error(time, foo), _).
?- format_time(_, x, 0).
   error(instantiation_error, _).
?- shown(_, 0, _).
   error(instantiation_error, _).

% parse_time/2,3
?- parse_time('2006-12-08T15:29:44+02:00', F, T).
   F = iso_8601, T = 1165584584.0, det.
?- findall(T, (member(A, ['2006-12-08', '20061208', '2006-342', '2006342', '2006-W49-5', '2006W495']), parse_time(A, T)), Ts).
   Ts = [1165536000.0, 1165536000.0, 1165536000.0, 1165536000.0, 1165536000.0, 1165536000.0].
?- findall(T, (member(A, ['2006-12-08T15', '2006-12-08 15:29', '20061208T152944', '2006-12-08T15:29:44Z', '2006-12-08T15:29:44.5Z', '20061208T152944,25-0130']),
               parse_time(A, T)), Ts).
   Ts = [1165590000.0, 1165591740.0, 1165591784.0, 1165591784.0, 1165591784.5, 1165597184.25].
?- parse_time("2006-12", T).
   T = 1164931200.0.
?- parse_time('Fri, 08 Dec 2006 15:29:44 GMT', F, T).
   F = rfc_1123, T = 1165591784.0.
?- parse_time('Fri, 8 Dec 2006 16:29:44 +0100', F, T).
   F = rfc_1123, T = 1165591784.0.
?- member(A, [nonsense, '2006-13-01', '2006-12-08T', '2006-12-08T25:00', '2006-12-08x', '']), parse_time(A, _).
   false.
?- parse_time(_, _).
   error(instantiation_error, _).
