% SPDX-License-Identifier: MIT
%
% Output, skipping and copying that go on for ages end when the goal is to stop.

?- open_null_stream(S), call_with_time_limit(0.05, tab(S, 1000000000000000)).
   throws(time_limit_exceeded).
?- open('/dev/zero', read, S, [type(binary)]), open_null_stream(N), set_stream(N, type(binary)),
   call_with_time_limit(0.05, copy_stream_data(S, N)).
   throws(time_limit_exceeded).
?- open('/dev/zero', read, S), call_with_time_limit(0.05, skip(S, a)).
   throws(time_limit_exceeded).
