-- The access token of one account for all JVMs, encrypted by them, and who of them asks for a new one.
local token, asking, requests = KEYS[1], KEYS[2], KEYS[3]
local call, sealed, instance, life = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
local maxRequests, coolDown = tonumber(ARGV[5]), tonumber(ARGV[6])

local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

-- a script whose first write frees memory is not refused when the memory of Redis is full
redis.call('ZREMRANGEBYSCORE', requests, '-inf', now - coolDown)

-- a request counts from its answer on, since the accounts server cannot have counted it later
local function count(request)
  redis.call('ZADD', requests, string.format('%.0f', now), request)
  redis.call('PEXPIRE', requests, coolDown)
end

if call == 'take' then
  local shared = redis.call('GET', token)
  if shared and shared ~= sealed then
    return 'token ' .. shared .. ' ' .. redis.call('PTTL', token)
  end
  if redis.call('EXISTS', asking) == 1 then
    return 'wait'
  end
  if redis.call('ZCARD', requests) >= maxRequests then
    local first = redis.call('ZRANGE', requests, 0, 0, 'WITHSCORES')[2]
    return 'never ' .. string.format('%.0f', math.max(1, first + coolDown - now))
  end
  local request = string.format('%.0f', now) .. ' ' .. instance
  redis.call('SET', asking, request, 'PX', life)
  count(request)
  return 'ask'
end

-- give
local request = redis.call('GET', asking)
if request and string.sub(request, -#instance) == instance then
  count(request)
  redis.call('DEL', asking)
end
if sealed ~= '' then
  redis.call('SET', token, sealed, 'PX', life)
end
return 'given'
